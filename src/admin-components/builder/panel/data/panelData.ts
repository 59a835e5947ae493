'use client'

import { createContext, use, useMemo } from 'react'

import type { JsonObject } from '../../../../plugins/workflows/graph/types.js'

import { useBuilder, useBuilderState } from '../../context.js'
import { offerVariables, type VariableGroup } from '../prompt/offerVariables.js'
import { sampleScope, type RunData } from './sampleScope.js'

/** What the newest test run knows, read once for all of the panel. */
export const RunDataContext = createContext<RunData | null>(null)

export interface Readable {
  groups: VariableGroup[]
  scope: JsonObject
}

/** What the shown node may read: found once for all of its fields, anew with every key typed. */
export const ReadableContext = createContext<Readable>({ groups: [], scope: {} })

export const useReadable = (): Readable => use(ReadableContext)

/** What a node may read, and values to show it with. */
export function useFindReadable(nodeId: string): Readable {
  const { specs } = useBuilder()
  const run = use(RunDataContext)
  const graph = useBuilderState(({ document }) => document.graph)
  const inputs = useBuilderState(({ document }) => document.inputs)
  const defaultParams = useBuilderState(({ document }) => document.defaultParams)
  return useMemo(
    () => ({
      groups: offerVariables({ graph, inputs, specs, nodeId }),
      scope: sampleScope({ graph, inputs, defaultParams, specs, nodeId, run }),
    }),
    [graph, inputs, defaultParams, specs, nodeId, run],
  )
}
