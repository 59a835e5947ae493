import { deleteTemplate } from '../../operations/templates/deleteTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'

export const deleteTemplateEndpoint = () =>
  defineEndpoint({
    method: 'delete',
    path: '/workflows/templates/:id',
    handler: async ({ req, params }) => {
      await deleteTemplate({ req, id: params.id })
      return { status: 204 }
    },
  })
