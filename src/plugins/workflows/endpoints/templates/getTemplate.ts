import { findTemplate } from '../../operations/templates/findTemplate.js'
import { presentDetail } from '../../operations/templates/present.js'
import { defineEndpoint } from '../defineEndpoint.js'

export const getTemplateEndpoint = () =>
  defineEndpoint({
    method: 'get',
    path: '/workflows/templates/:id',
    handler: async ({ req, params, query }) => ({
      body: presentDetail(
        await findTemplate({ req, id: params.id, draft: query.draft === 'true' }),
      ),
    }),
  })
