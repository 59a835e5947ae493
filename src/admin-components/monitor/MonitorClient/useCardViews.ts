'use client'

import { useMemo, useRef } from 'react'

import type { CardView, FlowGraph } from '../../flow/types.js'
import type { LiveState } from '../applyEvent.js'
import type { Words } from '../words.js'

import { cardViews } from '../cardViews.js'

/** Views that did not change stay the same objects, so that their cards are not drawn again. */
export function useCardViews({
  live: { detail, streams },
  graph,
  words: { t, locale },
}: {
  live: LiveState
  graph: FlowGraph
  words: Words
}): ReadonlyMap<string, CardView> {
  const kept = useRef<ReadonlyMap<string, CardView>>(new Map())
  return useMemo(() => {
    const old = kept.current
    const next = cardViews({ detail, graph, streams, words: { t, locale } })
    for (const [id, view] of next) {
      const before = old.get(id)
      if (before && isSame(before, view)) next.set(id, before)
    }
    const same = old.size === next.size && [...next].every(([id, view]) => old.get(id) === view)
    if (!same) kept.current = next
    return kept.current
  }, [detail, graph, streams, t, locale])
}

/** Small plain objects: some hundred characters each. */
const isSame = (a: CardView, b: CardView): boolean => JSON.stringify(a) === JSON.stringify(b)
