import type { GraphQLModule, WorkflowTypes } from './types.js'

import { executionFiltersSchema } from '../endpoints/executions/schemas.js'
import { parseInput } from '../endpoints/parseInput.js'
import { templateFiltersSchema } from '../endpoints/templates/schemas.js'
import { listAttachments } from '../operations/attachments/listAttachments.js'
import { listExecutions } from '../operations/executions/listExecutions.js'
import { readExecution } from '../operations/executions/readExecution.js'
import { listTemplates } from '../operations/templates/listTemplates.js'
import { requireDocumentsCollection } from './requireDocumentsCollection.js'
import { field, type GraphQLField } from './field.js'

/** `workflowTemplates`, `workflowExecution`, `workflowExecutions`, `documentAttachments`. */
export function createQueries(
  graphql: GraphQLModule,
  types: WorkflowTypes,
): Record<string, GraphQLField> {
  const { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLNonNull, GraphQLString } = graphql
  const paging = { limit: GraphQLInt, page: GraphQLInt, sort: GraphQLString }
  return {
    workflowTemplates: field({
      name: 'workflowTemplates',
      type: new GraphQLNonNull(types.templateList),
      args: {
        workspace: GraphQLID,
        category: GraphQLString,
        search: GraphQLString,
        includeSystem: GraphQLBoolean,
        ...paging,
      },
      resolve: ({ req, args }) =>
        listTemplates({ req, filters: parseInput(templateFiltersSchema, asQuery(args)) }),
    }),
    workflowExecution: field({
      name: 'workflowExecution',
      type: types.execution,
      args: { id: new GraphQLNonNull(GraphQLID) },
      resolve: ({ req, args }) => readExecution({ req, id: args.id }),
    }),
    workflowExecutions: field({
      name: 'workflowExecutions',
      type: new GraphQLNonNull(types.executionList),
      args: {
        workspace: GraphQLID,
        project: GraphQLID,
        template: GraphQLID,
        status: GraphQLString,
        ...paging,
      },
      resolve: ({ req, args }) =>
        listExecutions({ req, filters: parseInput(executionFiltersSchema, asQuery(args)) }),
    }),
    documentAttachments: field({
      name: 'documentAttachments',
      type: new GraphQLNonNull(types.attachments),
      args: {
        collection: new GraphQLNonNull(GraphQLString),
        id: new GraphQLNonNull(GraphQLID),
      },
      resolve: async ({ req, args }) =>
        listAttachments({
          req,
          collection: requireDocumentsCollection({ req, collection: args.collection }),
          id: args.id,
        }),
    }),
  }
}

/** The filters are those of the query string: text. What was left out is not there at all. */
const asQuery = (args: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
