import type { FlowGraph } from '../types.js'

/** What has run to its end, drawn as one card. */
export interface Stack {
  /** Of one of its nodes, so that it stays the same while the stack grows. */
  id: string
  nodeIds: string[]
}

export interface CollapsedFlow {
  stacks: Stack[]
  /** The stack that a node is in. */
  stackOf: ReadonlyMap<string, Stack>
}

/** Two cards are shorter than a card that says «2 steps». */
const SMALLEST = 3

interface Part {
  nodeIds: string[]
  before: Set<Part>
  after: Set<Part>
  mayJoin: boolean
}

/**
 * Stretches in which everything is over: chains without a branch, and branches side by side between the same two
 * steps. Merging only these never puts a step that still has to run inside a stretch.
 */
export function collapseFinished({
  graph: { steps, edges },
  isFinished,
}: {
  graph: Pick<FlowGraph, 'edges' | 'steps'>
  isFinished: (id: string) => boolean
}): CollapsedFlow {
  const parts = partsOf({ steps, edges, isFinished })
  for (let joined = true; joined;) {
    joined = joinChains(parts)
    joined = joinTwins(parts) || joined
  }
  const order = new Map(steps.map(({ id }, at) => [id, at]))
  const place = (id: string) => order.get(id) ?? 0
  const stacks = [...parts]
    .filter(({ nodeIds }) => nodeIds.length >= SMALLEST)
    .map(({ nodeIds }) => {
      const sorted = nodeIds.toSorted((a, b) => place(a) - place(b))
      return { id: `stack:${sorted[0]}`, nodeIds: sorted }
    })
  const stackOf = new Map(
    stacks.flatMap((stack) => stack.nodeIds.map((id) => [id, stack] as const)),
  )
  return { stacks, stackOf }
}

function partsOf({
  steps,
  edges,
  isFinished,
}: {
  steps: FlowGraph['steps']
  edges: FlowGraph['edges']
  isFinished: (id: string) => boolean
}): Set<Part> {
  const byId = new Map<string, Part>(
    steps.map(({ id }) => [
      id,
      { nodeIds: [id], before: new Set(), after: new Set(), mayJoin: isFinished(id) },
    ]),
  )
  for (const { source, target } of edges) {
    const from = byId.get(source)
    const to = byId.get(target)
    if (!from || !to || from === to) continue
    from.after.add(to)
    to.before.add(from)
  }
  return new Set(byId.values())
}

/** A step and the only one behind it, which has no other before it. */
function joinChains(parts: Set<Part>): boolean {
  let joined = false
  for (const part of parts) {
    for (let [next] = part.after; next && isChain(part, next); [next] = part.after) {
      join({ parts, into: part, part: next })
      joined = true
    }
  }
  return joined
}

const isChain = (part: Part, next: Part): boolean =>
  part.mayJoin &&
  next.mayJoin &&
  part !== next &&
  part.after.size === 1 &&
  next.before.size === 1 &&
  // A draft may go round.
  !next.after.has(part)

/** Branches that begin behind the same steps and lead to the same ones. */
function joinTwins(parts: Set<Part>): boolean {
  let joined = false
  const numbers = new Map([...parts].map((part, at) => [part, at]))
  const keyOf = (ends: Set<Part>) =>
    [...ends]
      .map((end) => numbers.get(end) ?? 0)
      .sort()
      .join()
  const known = new Map<string, Part>()
  for (const part of parts) {
    // Flows that have nothing to do with each other stay apart.
    if (!part.mayJoin || part.before.size + part.after.size === 0) continue
    const key = `${keyOf(part.before)}>${keyOf(part.after)}`
    const twin = known.get(key)
    if (twin) {
      join({ parts, into: twin, part })
      joined = true
    } else known.set(key, part)
  }
  return joined
}

function join({ parts, into, part }: { parts: Set<Part>; into: Part; part: Part }): void {
  into.nodeIds.push(...part.nodeIds)
  for (const end of part.after) {
    end.before.delete(part)
    if (end !== into) {
      end.before.add(into)
      into.after.add(end)
    }
  }
  for (const end of part.before) {
    end.after.delete(part)
    if (end !== into) {
      end.after.add(into)
      into.before.add(end)
    }
  }
  parts.delete(part)
}
