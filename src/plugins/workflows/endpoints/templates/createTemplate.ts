import { createTemplate } from '../../operations/templates/createTemplate.js'
import { contentProblems } from '../../operations/templates/validateTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { newTemplateSchema } from './schemas.js'

export const createTemplateEndpoint = () =>
  defineEndpoint({
    method: 'post',
    path: '/workflows/templates',
    handler: async ({ req, body }) => {
      const input = parseInput(newTemplateSchema, body, () => contentProblems({ req, body }))
      return { status: 201, body: await createTemplate({ req, input }) }
    },
  })
