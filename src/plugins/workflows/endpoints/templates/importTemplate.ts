import { createTemplate } from '../../operations/templates/createTemplate.js'
import { contentProblems } from '../../operations/templates/validateTemplate.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { templateFileSchema } from './schemas.js'

/** The file itself is the body; `workspace`, in the body or the query, says where it goes. */
export const importTemplateEndpoint = () =>
  defineEndpoint({
    method: 'post',
    path: '/workflows/templates/import',
    handler: async ({ req, body, query }) => {
      const file = parseInput(templateFileSchema, body, () => contentProblems({ req, body }))
      const workspace = file.workspace ?? query.workspace
      return { status: 201, body: await createTemplate({ req, input: { ...file, workspace } }) }
    },
  })
