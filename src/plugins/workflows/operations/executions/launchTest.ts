import type { PayloadRequest } from 'payload'

import type { Pin } from '../../graph/pinPlan.js'
import type { HostId } from '../../runtime/cmsTypes.js'
import type { TemplateDetail } from '../templates/present.js'

import { readPinSources, type PinSourceRow } from '../../db/statements/readPinSources.js'
import { cutGraph } from '../../graph/cutGraph.js'
import { getEngine } from '../../runtime/engine.js'
import { InvalidInputError, NotFoundError } from '../../runtime/errors.js'
import { findExecution } from './findExecution.js'

/** What only a test may ask for. */
export interface TestChoice {
  test?: boolean
  /** Runs this node and what leads to it; problems elsewhere do not matter. */
  upTo?: string
  /** Node → an earlier test execution of the same template whose outputs it repeats, unpaid. */
  pins?: Record<string, string>
}

/**
 * The graph a launch runs: all of it, or for a test the part that leads to one node.
 * @throws InvalidInputError `unknown_node`, and `test_only` when no test was asked for
 */
export function launchedGraph({
  input,
  template: { graph },
}: {
  input: TestChoice
  template: TemplateDetail
}): unknown {
  const asked = [
    ...(input.upTo === undefined ? [] : ['upTo']),
    ...(Object.keys(input.pins ?? {}).length > 0 ? ['pins'] : []),
  ]
  if (input.test !== true && asked.length > 0) {
    refuse(
      'test_only',
      asked.map((path) => ({ path, message: `"${path}" works in test runs only.` })),
    )
  }
  const known = new Set(graph.nodes.map(({ id }) => id))
  const unknown = [
    ...(input.upTo !== undefined && !known.has(input.upTo) ? [['upTo', input.upTo]] : []),
    ...Object.keys(input.pins ?? {}).flatMap((id) => (known.has(id) ? [] : [[`pins.${id}`, id]])),
  ]
  refuse(
    'unknown_node',
    unknown.map(([path = '', id]) => ({ path, message: `The workflow has no step "${id}".` })),
  )
  return input.upTo === undefined ? graph : cutGraph({ graph, upTo: input.upTo })
}

/**
 * The pins of a launch, each of them checked: another test execution of the same template that the user may
 * read, in which the node was completed. Real runs are no source: what a test attaches or a reviewer edits
 * would change their published documents.
 * @throws InvalidInputError that names every node whose pin cannot be used
 */
export async function requirePins({
  req,
  input: { pins = {} },
  template,
}: {
  req: PayloadRequest
  input: TestChoice
  template: { id: HostId }
}): Promise<Map<string, Pin>> {
  const wanted = Object.entries(pins).map(([node, exec]) => ({ node, exec: exec.toLowerCase() }))
  if (wanted.length === 0) return new Map()
  const readable = await readableOf({ req, ids: wanted.map(({ exec }) => exec) })
  const rows = await readPinSources(getEngine(req.payload).pools.durable, {
    pins: wanted.filter(({ exec }) => readable.has(exec)),
  })
  const found = wanted.map((pin) => {
    const row = rows.find(({ node, exec }) => node === pin.node && exec === pin.exec)
    return { ...pin, row, problem: problemOf({ row, template: String(template.id) }) }
  })
  const refused = found.flatMap(({ node, problem }) => (problem ? [{ node, ...problem }] : []))
  if (refused.length > 0) {
    throw new InvalidInputError({
      issues: refused.map(({ node, code, message }) => ({
        code,
        message: `The pinned output of "${node}" cannot be used: ${message}`,
        path: `pins.${node}`,
        nodeId: node,
      })),
    })
  }
  return new Map(
    found.map(({ node, exec, row }) => [node, { executionId: exec, jobs: row?.jobs ?? 0 }]),
  )
}

async function readableOf({ req, ids }: { req: PayloadRequest; ids: string[] }) {
  const readable = new Set<string>()
  for (const id of new Set(ids)) {
    try {
      readable.add((await findExecution({ req, id, role: 'viewer' })).id)
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error
    }
  }
  return readable
}

/** Foreign executions are told like ones that never were. */
function problemOf({
  row,
  template,
}: {
  row: PinSourceRow | undefined
  template: string
}): { code: string; message: string } | null {
  if (!row) return { code: 'pin_not_found', message: 'that test run was not found.' }
  if (row.template !== template) {
    return { code: 'pin_not_found', message: 'that run was made from another template.' }
  }
  if (!row.test) return { code: 'pin_not_test', message: 'that was no test run.' }
  if (row.state !== 'done') {
    return { code: 'pin_not_completed', message: 'the step was not completed there.' }
  }
  if (row.discarded) {
    return { code: 'pin_discarded', message: 'what it made there was thrown away.' }
  }
  return null
}

function refuse(code: string, problems: { path: string; message: string }[]): void {
  if (problems.length === 0) return
  throw new InvalidInputError({ code, issues: problems.map((problem) => ({ code, ...problem })) })
}
