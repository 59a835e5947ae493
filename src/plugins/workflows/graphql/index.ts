import type { Config } from 'payload'

import type { GraphQLModule, WorkflowTypes } from './types.js'

import { createMutations } from './mutations.js'
import { createQueries } from './queries.js'
import { createTypes } from './types.js'

type GraphQLConfig = NonNullable<Config['graphQL']>

/** Adds ours to whatever the site has: Payload has one slot for queries and one for mutations. */
export function addGraphQL(given: GraphQLConfig = {}): GraphQLConfig {
  // Both functions are called for one schema, which may hold each type once.
  const known = new WeakMap<object, WorkflowTypes>()
  const typesOf = (graphql: GraphQLModule, schema: object) => {
    const types = known.get(schema) ?? createTypes(graphql)
    known.set(schema, types)
    return types
  }
  return {
    ...given,
    queries: (graphql, context) => ({
      ...given.queries?.(graphql, context),
      ...createQueries(graphql, typesOf(graphql, context.config)),
    }),
    mutations: (graphql, context) => ({
      ...given.mutations?.(graphql, context),
      ...createMutations(graphql, typesOf(graphql, context.config)),
    }),
  }
}
