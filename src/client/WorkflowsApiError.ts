/** One problem of many; `path` names the field, the ids the place in the graph. */
export interface ApiIssue {
  code: string
  message: string
  path?: string
  nodeId?: string
  edgeId?: string
}

/** What the server refused, or why it could not be asked. `message` is a sentence for a person. */
export class WorkflowsApiError extends Error {
  override readonly name = 'WorkflowsApiError'
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** Stable, as in the HTTP contract; `network` when no answer came, `http_<status>` when it said none. */
  readonly code: string
  readonly issues: ApiIssue[]
  /** Everything the answer told besides: `allowed`, `ids`, `limit`, `cycle` … */
  readonly data: Record<string, unknown>

  constructor({
    status,
    code,
    message,
    issues = [],
    data = {},
  }: {
    status: number
    code: string
    message: string
    issues?: ApiIssue[]
    data?: Record<string, unknown>
  }) {
    super(message)
    this.status = status
    this.code = code
    this.issues = issues
    this.data = data
  }
}

/** Reads an error out of an answer of ours or of Payload's own REST. `body` is parsed JSON or nothing. */
export function errorFromAnswer(status: number, body: unknown): WorkflowsApiError {
  const first = listOf(asRecord(body).errors)[0]
  const { message, data } = asRecord(first)
  const facts = asRecord(data)
  const { code, issues: _issues, ...rest } = facts
  return new WorkflowsApiError({
    status,
    code: typeof code === 'string' ? code : `http_${status}`,
    message: typeof message === 'string' && message ? message : `The server answered ${status}.`,
    issues: issuesOf(facts),
    data: rest,
  })
}

export const networkError = (): WorkflowsApiError =>
  new WorkflowsApiError({
    status: 0,
    code: 'network',
    message: 'The server could not be reached. Check the connection and try again.',
  })

/** Payload's own validation says `data.errors: [{ path, message }]`, ours `data.issues`. */
function issuesOf(facts: Record<string, unknown>): ApiIssue[] {
  const given = Array.isArray(facts.issues) ? facts.issues : listOf(facts.errors)
  return given.flatMap((entry) => {
    const issue = asRecord(entry)
    if (typeof issue.message !== 'string') return []
    return [{ ...issue, code: String(issue.code ?? 'invalid_value'), message: issue.message }]
  })
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const asRecord = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
