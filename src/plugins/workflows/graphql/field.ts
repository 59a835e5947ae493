import type { GraphQLFieldConfig, GraphQLInputType, GraphQLOutputType } from 'graphql'
import type { PayloadRequest } from 'payload'

import { APIError } from 'payload'

import { requireUser } from '../access/requireUser.js'
import { errorAnswer } from '../endpoints/errorAnswer.js'

export interface GraphQLContext {
  req: PayloadRequest
}

export type GraphQLField = GraphQLFieldConfig<unknown, GraphQLContext>

/**
 * One query or mutation: demands a login as the REST wrapper does, and answers errors with the same status,
 * code and sentence, in `extensions.statusCode` and `extensions.data`.
 */
export function field({
  name,
  type,
  args,
  resolve,
}: {
  name: string
  type: GraphQLOutputType
  args: Record<string, GraphQLInputType>
  resolve: (input: { req: PayloadRequest; args: Record<string, unknown> }) => Promise<unknown>
}): GraphQLField {
  return {
    type,
    args: Object.fromEntries(Object.entries(args).map(([arg, kind]) => [arg, { type: kind }])),
    resolve: async (_source, given, { req }) => {
      try {
        requireUser(req)
        return await resolve({ req, args: given })
      } catch (error) {
        throw asPublicError({ error, req, name })
      }
    },
  }
}

function asPublicError({
  error,
  req,
  name,
}: {
  error: unknown
  req: PayloadRequest
  name: string
}): APIError {
  const answer = errorAnswer({ error, payload: req.payload, doing: `GraphQL ${name}` })
  const [first] = answer.body.errors
  const shown = new APIError(first.message, answer.status, first.data, true)
  shown.name = first.name
  return shown
}
