import { updateTemplate } from '../../operations/templates/updateTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { templateChangesSchema } from './schemas.js'

export const updateTemplateEndpoint = () =>
  defineEndpoint({
    method: 'put',
    path: '/workflows/templates/:id',
    handler: async ({ req, params, body }) => ({
      body: await updateTemplate({
        req,
        id: params.id,
        changes: parseInput(templateChangesSchema, body),
      }),
    }),
  })
