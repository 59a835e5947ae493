'use client'

import { useState } from 'react'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'

/** The chosen node; without a choice what fails, waits or runs is looked at. */
export function useSelection(detail: ExecutionDetail) {
  const [chosen, select] = useState<string | null>(null)
  const exists = detail.nodes.some(({ id }) => id === chosen)
  return { selected: exists ? chosen : null, select }
}

const FIRST = ['failed', 'waiting', 'running'] as const

export function firstNode({ nodes, error }: ExecutionDetail): string | null {
  if (error?.nodeId && nodes.some(({ id }) => id === error.nodeId)) return error.nodeId
  for (const wanted of FIRST) {
    const found = nodes.find(({ status }) => status === wanted)
    if (found) return found.id
  }
  return nodes.findLast(({ status }) => status === 'completed')?.id ?? nodes[0]?.id ?? null
}
