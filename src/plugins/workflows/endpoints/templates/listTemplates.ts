import { listTemplates } from '../../operations/templates/listTemplates.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { templateFiltersSchema } from './schemas.js'

export const listTemplatesEndpoint = () =>
  defineEndpoint({
    method: 'get',
    path: '/workflows/templates',
    handler: async ({ req, query }) => ({
      body: await listTemplates({ req, filters: parseInput(templateFiltersSchema, given(query)) }),
    }),
  })

/** `?category=&search=` asks for everything, as a form with empty fields does. */
const given = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
