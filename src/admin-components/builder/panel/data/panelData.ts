'use client'

import { createContext, use, useMemo, useState } from 'react'

import type { JsonObject, WorkflowGraph } from '../../../../plugins/workflows/graph/types.js'

import { useBuilder, useBuilderState } from '../../context.js'
import { offerVariables, type VariableGroup } from '../prompt/offerVariables.js'
import { createGraphReader } from './readGraph.js'
import { sampleScope, type RunData } from './sampleScope.js'

/** What the newest test run knows, read once for all of the panel. */
export const RunDataContext = createContext<RunData | null>(null)

export interface Readable {
  groups: VariableGroup[]
  scope: JsonObject
  /** For the names of nodes. */
  graph: WorkflowGraph
}

/** What the shown node may read: found once for all of its fields. */
export const ReadableContext = createContext<Readable>({
  groups: [],
  scope: {},
  graph: { nodes: [], edges: [] },
})

export const useReadable = (): Readable => use(ReadableContext)

/** What a node may read, and values to show it with. */
export function useFindReadable(nodeId: string): Readable {
  const { specs } = useBuilder()
  const run = use(RunDataContext)
  const [readGraph] = useState(() => createGraphReader({ specs, nodeId }))
  const graph = useBuilderState(({ document }) => readGraph(document.graph))
  const inputs = useBuilderState(({ document }) => document.inputs)
  const defaultParams = useBuilderState(({ document }) => document.defaultParams)
  return useMemo(
    () => ({
      groups: offerVariables({ graph, inputs, specs, nodeId }),
      scope: sampleScope({ graph, inputs, defaultParams, specs, nodeId, run }),
      graph,
    }),
    [graph, inputs, defaultParams, specs, nodeId, run],
  )
}
