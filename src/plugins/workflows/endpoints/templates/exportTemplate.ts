import { exportTemplate } from '../../operations/templates/exportTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'

export const exportTemplateEndpoint = () =>
  defineEndpoint({
    method: 'get',
    path: '/workflows/templates/:id/export',
    handler: async ({ req, params }) => {
      const { filename, file } = await exportTemplate({ req, id: params.id })
      return {
        body: file,
        headers: { 'Content-Disposition': `attachment; filename="${filename}"` },
      }
    },
  })
