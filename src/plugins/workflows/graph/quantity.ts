import type { ExecutionPlan, GraphProblem, JsonObject, PlanNode } from './types.js'

import { toNumber } from './conditions.js'
import { MAX_COPIES, MAX_IMAGES, MAX_JOBS_OF_A_NODE } from './limits.js'
import { sentence } from './sentence.js'
import { shorten } from './wording.js'

/** Numbers of jobs that a launch cannot have. `problems` are for the answer. */
export class QuantityError extends Error {
  readonly code = 'value_out_of_range'
  readonly problems: GraphProblem[]
  override readonly name = 'QuantityError'
  constructor({ problems }: { problems: GraphProblem[] }) {
    super(problems[0]?.message ?? 'A quantity is out of range.')
    this.problems = problems
  }
}

/** What is wrong with the numbers that the params give to quantities. Once a param, the strictest limit. */
export function checkQuantities({
  plan,
  params,
}: {
  plan: ExecutionPlan
  params: JsonObject
}): GraphProblem[] {
  const problems = new Map<string, { problem: GraphProblem; limit: number }>()
  for (const node of plan.nodes) {
    if (node.quantity.kind !== 'param') continue
    const { name } = node.quantity
    const limit = limitOf(node)
    const quantity = toNumber(params[name])
    if (quantity !== null && Number.isInteger(quantity) && quantity >= 1 && quantity <= limit) {
      continue
    }
    const known = problems.get(name)
    if (known && known.limit <= limit) continue
    const facts = { name: shorten(name), node: shorten(node.label), limit: `${limit}` }
    const what =
      quantity === null
        ? sentence(
            '“{{name}}” is the quantity of “{{node}}” and must be a whole number from 1 to {{limit}}; none was given.',
            facts,
          )
        : sentence(
            '“{{name}}” is the quantity of “{{node}}” and must be a whole number from 1 to {{limit}}; it is {{number}}.',
            { ...facts, number: `${quantity}` },
          )
    const path = `params.${name}`
    problems.set(name, {
      problem: { code: 'value_out_of_range', ...what, path, nodeId: node.id },
      limit,
    })
  }
  return [...problems.values()].map(({ problem }) => problem)
}

/**
 * The number of agent jobs of each node, or the node whose items say it.
 * @throws QuantityError when `checkQuantities` has something to say
 */
export function resolveQuantities({
  plan,
  params,
}: {
  plan: ExecutionPlan
  params: JsonObject
}): Map<string, number | { itemsOf: string }> {
  const problems = checkQuantities({ plan, params })
  if (problems.length > 0) throw new QuantityError({ problems })
  return new Map(
    plan.nodes.map(({ id, quantity }): [string, number | { itemsOf: string }] => {
      switch (quantity.kind) {
        case 'fixed':
          return [id, quantity.value]
        case 'param':
          return [id, toNumber(params[quantity.name]) ?? 1]
        case 'itemsOf':
          return [id, { itemsOf: quantity.nodeId }]
      }
    }),
  )
}

/** Plans made by hand, as in tests, may leave the limit out. */
function limitOf({ type, quantity }: PlanNode): number {
  if (quantity.kind === 'param' && quantity.max !== undefined) return quantity.max
  const limits = new Map([
    ['generate_copy', MAX_COPIES],
    ['generate_image', MAX_IMAGES],
  ])
  return limits.get(type) ?? MAX_JOBS_OF_A_NODE
}
