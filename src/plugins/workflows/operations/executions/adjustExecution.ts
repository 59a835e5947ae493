import type { PayloadRequest } from 'payload'

import type { JsonObject, WorkflowGraph, TemplateInput } from '../../graph/types.js'
import type { ExecutionDetail } from './types.js'

import { adjustExecution as adjust } from '../../db/statements/adjustExecution.js'
import { readSnapshot } from '../../db/statements/readSnapshot.js'
import { canonicalJson } from '../../graph/canonicalJson.js'
import { compileGraph } from '../../graph/compileGraph.js'
import { checkParams } from '../../graph/params.js'
import { pinPlan, pinsOf, type Pin } from '../../graph/pinPlan.js'
import { checkQuantities } from '../../graph/quantity.js'
import { validateGraph } from '../../graph/validateGraph.js'
import { bindPlan } from '../../runtime/bindPlan.js'
import { getEngine } from '../../runtime/engine.js'
import { ConflictError, InvalidInputError, NotFoundError } from '../../runtime/errors.js'
import { illegal } from './controlExecution.js'
import { findExecution } from './findExecution.js'
import { showExecution } from './readExecution.js'

export interface Adjustment {
  params?: JsonObject
  nodes?: Record<string, { config: JsonObject }>
}

/**
 * Changes params and configs of nodes that have not begun, while paused. Checked like a launch; applies when
 * the execution is resumed.
 */
export async function adjustExecution({
  req,
  id,
  change,
}: {
  req: PayloadRequest
  id: unknown
  change: Adjustment
}): Promise<ExecutionDetail> {
  const { id: exec } = await findExecution({ req, id, role: 'editor' })
  const engine = getEngine(req.payload)
  const before = await showExecution({ req, exec })
  if (before.status !== 'paused')
    throw illegal('adjust', { ok: false, status: before.status, reason: before.pauseReason })
  const snapshot = await readSnapshot(engine.pools.durable, { tables: engine.tables, exec })
  if (!snapshot) throw new NotFoundError({ what: 'The execution' })
  const graph = withConfigs(snapshot.graph, change.nodes ?? {})
  const planBefore = await engine.plan(snapshot.plan)
  const pins = pinsOf(planBefore)
  // A step whose settings were just changed is to be run with them.
  for (const nodeId of Object.keys(change.nodes ?? {})) pins.delete(nodeId)
  const { plan, params } = checkAdjusted({
    engine,
    pins,
    graph,
    inputs: snapshot.inputs,
    params: { ...before.params, ...change.params },
  })
  const bound = bindPlan({ plan, params })
  const changed = changedNodes({
    before: bindPlan({ plan: planBefore, params: before.params }),
    after: bound,
    touched: Object.keys(change.nodes ?? {}),
  })
  await engine.storePlan(bound)
  const result = await adjust(engine.pools.durable, {
    exec,
    plan: bound.id,
    changed,
    params,
    snapshot: { name: snapshot.name, graph, inputs: snapshot.inputs },
    by: String(req.user?.id),
  })
  if (!result.ok && result.begun) {
    throw new ConflictError({
      code: 'node_started',
      message: `"${result.begun}" has begun already, so it can no longer be changed.`,
      data: { status: 'paused', nodeId: result.begun, allowed: before.allowed },
    })
  }
  if (!result.ok) throw illegal('adjust', result)
  engine.live.touched(exec)
  return showExecution({ req, exec })
}

/** The graph with settings replaced, key by key. */
export function withConfigs(
  graph: WorkflowGraph,
  changes: Record<string, { config: JsonObject }>,
): WorkflowGraph {
  const known = new Set(graph.nodes.map((node) => node.id))
  const unknown = Object.keys(changes).filter((nodeId) => !known.has(nodeId))
  if (unknown.length > 0) {
    throw new InvalidInputError({
      code: 'unknown_node',
      issues: unknown.map((nodeId) => ({
        code: 'unknown_node',
        message: `This execution has no step "${nodeId}".`,
        path: `nodes.${nodeId}`,
      })),
    })
  }
  return {
    ...graph,
    nodes: graph.nodes.map((node) =>
      Object.hasOwn(changes, node.id)
        ? { ...node, config: { ...node.config, ...changes[node.id]?.config } }
        : node,
    ),
  }
}

/** Everything a launch checks. */
export function checkAdjusted({
  engine,
  pins,
  graph,
  inputs,
  params: given,
}: {
  engine: ReturnType<typeof getEngine>
  pins: ReadonlyMap<string, Pin>
  graph: WorkflowGraph
  inputs: TemplateInput[]
  params: JsonObject
}) {
  const { specs } = engine.site
  const checked = validateGraph({ graph, inputs, specs })
  const { params, problems } = checkParams({ inputs, params: given })
  const issues = [...checked.problems, ...problems]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  const plan = pinPlan({ plan: compileGraph({ graph, inputs, specs }), pins })
  const quantities = checkQuantities({ plan, params })
  if (quantities.length > 0) throw new InvalidInputError({ issues: quantities })
  return { plan, params }
}

type Bound = ReturnType<typeof bindPlan>

/** Nodes whose config was touched or whose number of jobs moves with a param. */
function changedNodes({
  before,
  after,
  touched,
}: {
  before: Bound
  after: Bound
  touched: string[]
}): string[] {
  const rows = new Map(before.rows.map((row) => [row.node, canonicalJson({ ...row })]))
  const moved = after.rows
    .filter((row) => rows.get(row.node) !== canonicalJson({ ...row }))
    .map((row) => row.node)
  return [...new Set([...touched, ...moved])]
}
