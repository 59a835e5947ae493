import { validateTemplate } from '../../operations/templates/validateTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { contentSchema } from './schemas.js'

export const validateTemplateEndpoint = () =>
  defineEndpoint({
    method: 'post',
    path: '/workflows/templates/validate',
    handler: async ({ req, body }) => ({
      body: validateTemplate({ req, content: parseInput(contentSchema, body) }),
    }),
  })
