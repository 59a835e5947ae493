'use client'

import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react'

import type { CardView, EdgeLook, FlowGraph } from '../types.js'

import { edgeLook } from '../edgeLook.js'

/** Values by key; whoever looks at one hears only of that one. */
export interface KeyedStore<Value> {
  get: (key: string) => Value | undefined
  /** Tells those whose value is another one than before. */
  replace: (values: ReadonlyMap<string, Value>) => void
  subscribe: (key: string, heard: () => void) => () => void
}

export function createKeyedStore<Value>(
  first: ReadonlyMap<string, Value> = new Map(),
): KeyedStore<Value> {
  let values = first
  const listeners = new Map<string, Set<() => void>>()
  return {
    get: (key) => values.get(key),
    replace: (next) => {
      if (next === values) return
      const before = values
      values = next
      for (const [key, heard] of listeners) {
        if (before.get(key) !== next.get(key)) for (const tell of heard) tell()
      }
    },
    subscribe: (key, heard) => {
      const known = listeners.get(key) ?? new Set()
      listeners.set(key, known.add(heard))
      return () => {
        known.delete(heard)
        if (known.size === 0) listeners.delete(key)
      }
    },
  }
}

interface FlowStates {
  views: KeyedStore<CardView>
  /** By edge id. */
  looks: KeyedStore<EdgeLook>
}

const Context = createContext<FlowStates | null>(null)
export const FlowStatesProvider = Context.Provider

interface Drawn {
  graph: FlowGraph
  views?: ReadonlyMap<string, CardView>
}

/**
 * What moves while an execution runs. It does not go through React Flow's nodes: each change of those has every
 * card, every edge and the map look whether it was about them.
 */
export function useFlowStates({ graph, views }: Drawn): FlowStates {
  const [states] = useState<FlowStates>(() => ({
    views: createKeyedStore(views),
    looks: createKeyedStore(looksOf({ graph, views })),
  }))
  useEffect(() => {
    states.views.replace(views ?? new Map())
    states.looks.replace(looksOf({ graph, views }))
  }, [states, graph, views])
  return states
}

const looksOf = ({ graph, views }: Drawn): Map<string, EdgeLook> =>
  new Map(
    graph.edges.map((edge) => [
      edge.id,
      edgeLook({ edge, source: views?.get(edge.source), target: views?.get(edge.target) }),
    ]),
  )

export const useCardView = (id: string): CardView | undefined => useOne(use(Context)?.views, id)
export const useEdgeLook = (id: string): EdgeLook => useOne(use(Context)?.looks, id) ?? 'rest'

function useOne<Value>(store: KeyedStore<Value> | undefined, key: string): Value | undefined {
  const subscribe = useCallback(
    (heard: () => void) => store?.subscribe(key, heard) ?? (() => undefined),
    [store, key],
  )
  const get = () => store?.get(key)
  return useSyncExternalStore(subscribe, get, get)
}
