import type { ExecutionPlan } from './types.js'

/** Where a pinned node's outputs come from, and how many there are. */
export interface Pin {
  executionId: string
  jobs: number
}

/** The same plan, in which some nodes repeat what they made before instead of being run again. */
export function pinPlan({
  plan,
  pins,
}: {
  plan: ExecutionPlan
  pins: ReadonlyMap<string, Pin>
}): ExecutionPlan {
  if (pins.size === 0) return plan
  return {
    ...plan,
    nodes: plan.nodes.map((node) => {
      const pin = pins.get(node.id)
      if (!pin) return node
      const quantity = { kind: 'fixed' as const, value: pin.jobs }
      return { ...node, quantity, pinnedFrom: pin.executionId }
    }),
  }
}

/** What `pinPlan` was given. */
export function pinsOf(plan: ExecutionPlan): Map<string, Pin> {
  return new Map(
    plan.nodes.flatMap(({ id, pinnedFrom, quantity }): [string, Pin][] =>
      pinnedFrom && quantity.kind === 'fixed'
        ? [[id, { executionId: pinnedFrom, jobs: quantity.value }]]
        : [],
    ),
  )
}
