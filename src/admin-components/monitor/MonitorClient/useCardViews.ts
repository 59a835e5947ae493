'use client'

import { useMemo, useRef } from 'react'

import type { CardView, FlowGraph } from '../../flow/types.js'
import type { LiveState } from '../applyEvent.js'
import type { Words } from '../words.js'

import { cardViews, type Drawn } from '../cardViews.js'

/** Views of nodes that did not change stay the same objects, so that their cards are not drawn again. */
export function useCardViews({
  live: { detail, streams },
  graph,
  words: { t, locale },
}: {
  live: LiveState
  graph: FlowGraph
  words: Words
}): ReadonlyMap<string, CardView> {
  const drawn = useRef<{ from: unknown[]; cards: Map<string, Drawn> }>({
    from: [],
    cards: new Map(),
  })
  const views = useRef<ReadonlyMap<string, CardView>>(new Map())
  return useMemo(() => {
    // Their words are of one graph and one language.
    const from = [graph, t, locale]
    const isSameSource = from.every((part, at) => part === drawn.current.from[at])
    const before = isSameSource ? drawn.current.cards : new Map<string, Drawn>()
    const cards = cardViews({ detail, graph, streams, words: { t, locale }, before })
    drawn.current = { from, cards }
    const changed =
      cards.size !== views.current.size ||
      [...cards].some(([id, { view }]) => views.current.get(id) !== view)
    if (changed) views.current = new Map([...cards].map(([id, { view }]) => [id, view]))
    return views.current
  }, [detail, graph, streams, t, locale])
}
