import { estimateTemplate } from '../../operations/templates/estimateTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { estimateSchema } from './schemas.js'

export const estimateTemplateEndpoint = () =>
  defineEndpoint({
    method: 'post',
    path: '/workflows/templates/:id/estimate',
    handler: async ({ req, params, body }) => {
      const input = parseInput(estimateSchema, body)
      return {
        body: await estimateTemplate({ req, id: params.id, params: input.params ?? {} }),
      }
    },
  })
