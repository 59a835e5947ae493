import type { Endpoint, PayloadRequest } from 'payload'

import { requireSecret } from '../access/requireSecret.js'
import { requireUser } from '../access/requireUser.js'
import { hasUnstorableText } from '../graph/json.js'
import { BadRequestError } from '../runtime/errors.js'
import { PLUGIN_SLUG } from '../slugs.js'
import { checkOrigin } from './checkOrigin.js'
import { errorAnswer } from './errorAnswer.js'
import { readJsonBody } from './readBody.js'

/** api.md: request bodies over 1 MB are refused. */
const BODY_LIMIT = 1024 * 1024

type Method = 'delete' | 'get' | 'patch' | 'post' | 'put'

export interface EndpointInput {
  req: PayloadRequest
  /** Parts of the path, decoded. Ids are not checked yet. */
  params: Record<string, string>
  /** The query string; of a repeated name the first value. */
  query: Record<string, string>
  /** Parsed JSON of any shape; undefined for GET and for an empty body. */
  body: unknown
}

export interface EndpointAnswer {
  status?: number
  /** Absent = an answer without a body. */
  body?: unknown
  headers?: Record<string, string>
}

export interface EndpointDefinition {
  method: Method
  /** Below the API route, or below the collection when `collection` is set. */
  path: string
  /** Slug of the collection the endpoint hangs on: Payload asks only its endpoints for paths below it. */
  collection?: string
  /** Answers without a login. */
  public?: true
  /** For machines: answers to the secret of the option `worker`, not to a login. */
  secret?: true
  /** Bytes. @default 1 MB */
  bodyLimit?: number
  handler: (input: EndpointInput) => Promise<EndpointAnswer | Response>
}

export interface ListedEndpoint {
  method: Method
  /** Below the API route, collection included. */
  path: string
  public: boolean
  secret: boolean
}

const listed = new Map<string, ListedEndpoint>()

/** Every endpoint made so far; the inventory test holds it against a list of expected answers. */
export function listEndpoints(): ListedEndpoint[] {
  return [...listed.values()]
}

/** The only way to make an endpoint: login, origin, limits, parsing and errors are the same everywhere. */
export function defineEndpoint(definition: EndpointDefinition): Endpoint {
  const { method, path, collection } = definition
  const fullPath = collection ? `/${collection}${path}` : path
  const entry = {
    method,
    path: fullPath,
    public: definition.public === true,
    secret: definition.secret === true,
  }
  listed.set(`${method} ${fullPath}`, entry)
  return {
    method,
    path,
    custom: { [PLUGIN_SLUG]: entry },
    handler: (req) => run({ definition, fullPath, req }),
  }
}

async function run({
  definition,
  fullPath,
  req,
}: {
  definition: EndpointDefinition
  fullPath: string
  req: PayloadRequest
}): Promise<Response> {
  try {
    if (definition.secret) requireSecret(req)
    else if (!definition.public) requireUser(req)
    const changes = definition.method !== 'get'
    if (changes) checkOrigin(req)
    const answer = await definition.handler({
      req,
      params: paramsOf(req),
      query: queryOf(req),
      body: changes
        ? await readJsonBody({ req, limitBytes: definition.bodyLimit ?? BODY_LIMIT })
        : undefined,
    })
    return answer instanceof Response ? uncached(answer) : respond(answer)
  } catch (error) {
    const doing = `${definition.method.toUpperCase()} ${fullPath}`
    return respond(errorAnswer({ error, payload: req.payload, doing }))
  }
}

function respond({ status = 200, body, headers = {} }: EndpointAnswer): Response {
  const all = { 'Cache-Control': 'no-store', ...headers }
  if (body === undefined) return new Response(null, { status, headers: all })
  return Response.json(body, { status, headers: all })
}

function uncached(response: Response): Response {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  return response
}

function paramsOf(req: PayloadRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(req.routeParams ?? {}).map(([name, value]) => [name, String(value)]),
  )
}

function queryOf(req: PayloadRequest): Record<string, string> {
  const query: Record<string, string> = Object.create(null)
  for (const [name, value] of new URL(req.url ?? '', 'http://localhost').searchParams) {
    if (hasUnstorableText(value)) {
      throw new BadRequestError({
        code: 'invalid_characters',
        message: `The query's ${JSON.stringify(name.slice(0, 50))} holds a character that cannot be used.`,
      })
    }
    query[name] ??= value
  }
  return query
}
