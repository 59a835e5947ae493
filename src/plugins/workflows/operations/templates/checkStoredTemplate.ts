import { ValidationError, type Payload } from 'payload'

import { findJsonFlaws, isDeeperThan, isRecord } from '../../graph/json.js'
import { MAX_JSON_DEPTH } from '../../graph/limits.js'
import { withoutWords } from '../../graph/withoutWords.js'
import { getPluginContext } from '../../pluginContext.js'
import { slugs } from '../../slugs.js'
import { findProblems, type UncheckedContent } from './checkTemplate.js'

/** security.md 5.2.4. */
const MAX_BYTES = 1024 * 1024

interface Issue {
  code: string
  message: string
  path: string
}

/**
 * The last check before a template is written, whoever writes it. Throws Payload's own kind of error,
 * which the admin's form shows at the field; the contract's `issues` travel along.
 */
export function checkStoredTemplate({
  payload,
  content,
  published,
}: {
  payload: Payload
  content: UncheckedContent
  published: boolean
}): void {
  refuse(shapeIssues(content))
  if (published) refuse(findProblems({ context: getPluginContext(payload), content }).problems)
}

/** What even a draft must be: storable JSON of bounded size, and two lists of objects. */
function shapeIssues(content: UncheckedContent): Issue[] {
  const issues: Issue[] = []
  for (const [part, value] of Object.entries(content)) {
    if (isDeeperThan({ value, depth: MAX_JSON_DEPTH })) {
      const message = `This is nested more than ${MAX_JSON_DEPTH} levels deep.`
      return [{ code: 'graph_too_large', message, path: part }]
    }
    for (const { path, message } of findJsonFlaws({ value, path: part })) {
      issues.push({ code: 'invalid_type', message: `${path}: ${message}`, path })
    }
  }
  if (issues.length > 0) return issues
  if (Buffer.byteLength(JSON.stringify(content)) > MAX_BYTES) {
    const message = 'The workflow is larger than 1 MB. Shorten its prompts or split it.'
    return [{ code: 'graph_too_large', message, path: 'graph' }]
  }
  const { graph, inputs, defaultParams } = content
  const isList = (value: unknown) => Array.isArray(value) && value.every(isRecord)
  if (!isRecord(graph) || !isList(graph.nodes) || !isList(graph.edges)) {
    const message = 'The flow must be an object with a list of nodes and a list of edges.'
    issues.push({ code: 'invalid_type', message, path: 'graph' })
  } else if (!isList(graph.notes ?? [])) {
    const message = 'The notes of the flow must be a list of objects.'
    issues.push({ code: 'invalid_type', message, path: 'graph.notes' })
  }
  if (!isList(inputs)) {
    const message = 'The inputs must be a list of objects.'
    issues.push({ code: 'invalid_type', message, path: 'inputs' })
  }
  if (!isRecord(defaultParams)) {
    const message = 'The default params must be an object of names and values.'
    issues.push({ code: 'invalid_type', message, path: 'defaultParams' })
  }
  return issues
}

function refuse(issues: Issue[]): void {
  const [first, ...others] = issues
  if (!first) return
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  // One entry at the field itself: a path below it would be written into the graph by the form.
  const details = {
    collection: slugs.templates,
    errors: [{ path: 'graph', label: 'Flow', message: `${first.message}${more}` }],
    code: 'validation_failed',
    issues: issues.map(withoutWords),
  }
  throw Object.assign(new ValidationError(details), { status: 422 })
}
