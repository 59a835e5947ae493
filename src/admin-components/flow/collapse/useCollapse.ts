'use client'

import { useMemo, useState } from 'react'

import type { CardView, FlowGraph } from '../types.js'

import { collapseFinished } from './collapseFinished.js'
import { type DrawnFlow, drawCollapsed } from './drawCollapsed.js'

/** From here on what is over is in the way of what is not. */
const MANY = 60
/** While it runs, stacks grow in this many steps, so that the flow does not move all the time. */
const STEPS = 20

const NONE: ReadonlySet<string> = new Set()
/** As somebody chose last: the canvas goes and comes back with the tabs beside it. */
let wanted = false

const OVER = new Set(['completed', 'skipped'])
const COMPLETED: CardView = { status: 'completed' }

export interface Collapse {
  /** Null = the flow is small enough to be seen as it is. */
  toggle: (() => void) | null
  isOn: boolean
  /** Shows these nodes one by one, as long as the others stay collapsed. */
  open: (nodeIds: readonly string[]) => void
}

/** A large flow with what has finished put together, when somebody asks for it. */
export function useCollapse({
  graph,
  views,
}: {
  graph: FlowGraph
  views?: ReadonlyMap<string, CardView>
}): { flow: DrawnFlow; views?: ReadonlyMap<string, CardView>; collapse: Collapse } {
  const isMany = views !== undefined && graph.steps.length > MANY
  const [isWanted, setWanted] = useState(() => wanted)
  const isOn = isMany && isWanted
  const [opened, setOpened] = useState(NONE)
  const finished = useFinished({ graph, views })
  // Not before somebody asks for it: the flow then stays the same while nodes finish.
  const over = isOn ? finished : NONE
  const flow = useMemo(() => {
    const isFinished = (id: string) => over.has(id) && !opened.has(id)
    return drawCollapsed({ graph, collapsed: collapseFinished({ graph, isFinished }) })
  }, [graph, over, opened])
  const { stacks } = flow
  const shown = useMemo(
    () =>
      views && stacks.length > 0
        ? new Map([...views, ...stacks.map(({ id }) => [id, COMPLETED] as const)])
        : views,
    [views, stacks],
  )
  const collapse = useMemo<Collapse>(
    () => ({
      isOn,
      toggle: isMany
        ? () => {
            wanted = !isOn
            setWanted(wanted)
            setOpened(NONE)
          }
        : null,
      open: (nodeIds) => setOpened((known) => new Set([...known, ...nodeIds])),
    }),
    [isOn, isMany],
  )
  return { flow, views: shown, collapse }
}

/** The nodes that are over; the same set until enough more are, or one of them has begun again. */
function useFinished({
  graph: { steps },
  views,
}: {
  graph: FlowGraph
  views?: ReadonlyMap<string, CardView>
}): ReadonlySet<string> {
  const [kept, setKept] = useState(NONE)
  const over = steps.flatMap(({ id }) => (OVER.has(views?.get(id)?.status ?? '') ? [id] : []))
  const isMore = over.length - kept.size >= Math.max(1, steps.length / STEPS)
  const isAll = over.length === steps.length && kept.size < over.length
  const isAgain = over.filter((id) => kept.has(id)).length < kept.size
  if (isMore || isAll || isAgain) setKept(new Set(over))
  return kept
}
