import { cloneTemplate } from '../../operations/templates/cloneTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { cloneSchema } from './schemas.js'

export const cloneTemplateEndpoint = () =>
  defineEndpoint({
    method: 'post',
    path: '/workflows/templates/:id/clone',
    handler: async ({ req, params, body }) => {
      const { name, workspace } = parseInput(cloneSchema, body)
      const clone = await cloneTemplate({ req, id: params.id, name: name ?? undefined, workspace })
      return { status: 201, body: clone }
    },
  })
