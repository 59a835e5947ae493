import type { PayloadRequest } from 'payload'

import type { ChangeOfNode } from '../../db/statements/retryNode.js'
import type { PlanRow } from '../../db/statements/storePlan.js'
import type { JsonObject } from '../../graph/types.js'

import { readSnapshot } from '../../db/statements/readSnapshot.js'
import { canonicalJson } from '../../graph/canonicalJson.js'
import { pinsOf } from '../../graph/pinPlan.js'
import { bindPlan } from '../../runtime/bindPlan.js'
import { getEngine } from '../../runtime/engine.js'
import { InvalidInputError, NotFoundError } from '../../runtime/errors.js'
import { checkAdjusted, withConfigs } from './adjustExecution.js'
import { showExecution } from './readExecution.js'

/**
 * Another config for a node that is about to be retried, checked as an adjustment is. The jobs are there already, so
 * nothing that decides how many there are, or where the flow goes, may differ.
 * @throws InvalidInputError
 */
export async function changeFailedNode({
  req,
  exec,
  nodeId,
  config,
}: {
  req: PayloadRequest
  exec: string
  nodeId: string
  config: JsonObject
}): Promise<ChangeOfNode | undefined> {
  const engine = getEngine(req.payload)
  const snapshot = await readSnapshot(engine.pools.durable, { tables: engine.tables, exec })
  if (!snapshot) throw new NotFoundError({ what: 'The execution' })
  const { name, inputs } = snapshot
  const known = snapshot.graph.nodes.find(({ id }) => id === nodeId)?.config ?? {}
  const keys = Object.keys(config).filter((key) => !isSame(known[key], config[key]))
  if (keys.length === 0) return undefined
  const graph = withConfigs(snapshot.graph, { [nodeId]: { config } })
  const planBefore = await engine.plan(snapshot.plan)
  const { params } = await showExecution({ req, exec })
  const checked = checkAdjusted({ engine, pins: pinsOf(planBefore), graph, inputs, params })
  const bound = bindPlan(checked)
  refuseOtherRows({ before: bindPlan({ plan: planBefore, params }).rows, after: bound.rows, keys })
  await engine.storePlan(bound)
  return { from: snapshot.plan, plan: bound.id, keys, snapshot: { name, graph, inputs } }
}

function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson({ value: before ?? null }) === canonicalJson({ value: after ?? null })
}

function refuseOtherRows({
  before,
  after,
  keys,
}: {
  before: PlanRow[]
  after: PlanRow[]
  keys: string[]
}): void {
  // What a job reads may change with its prompt: nothing is planned by it.
  const planned = (row: PlanRow) => canonicalJson({ ...row, reads: null })
  const rows = new Map(before.map((row) => [row.node, planned(row)]))
  if (after.every((row) => rows.get(row.node) === planned(row))) return
  throw new InvalidInputError({
    code: 'items_planned',
    issues: [
      {
        code: 'items_planned',
        message:
          'The items of this step are planned already: how many there are, and where they come from, can no longer change. Launch again to change that.',
        path: `config.${keys[0] ?? ''}`,
      },
    ],
  })
}
