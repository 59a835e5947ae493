import type { PayloadRequest } from 'payload'

import type { GraphProblem } from '../../graph/types.js'

import { requireUser } from '../../access/requireUser.js'
import { isRecord } from '../../graph/json.js'
import { getPluginContext } from '../../pluginContext.js'
import { findProblems, requireValid, type UncheckedContent } from './checkTemplate.js'

/** @throws InvalidInputError with every problem; nothing is stored either way. */
export function validateTemplate({
  req,
  content,
}: {
  req: PayloadRequest
  content: UncheckedContent
}): { valid: true; executionOrder: string[] } {
  requireUser(req)
  const checked = findProblems({ context: getPluginContext(req.payload), content })
  requireValid(checked)
  return { valid: true, executionOrder: checked.executionOrder }
}

/** Problems of the content in a body that is refused anyway, so that one answer tells everything. */
export function contentProblems({
  req,
  body,
}: {
  req: PayloadRequest
  body: unknown
}): GraphProblem[] {
  if (!isRecord(body) || body.graph === undefined) return []
  return findProblems({ context: getPluginContext(req.payload), content: body }).problems
}
