'use client'

import { useSyncExternalStore } from 'react'

import type { EdgeLook } from '../../../flow/types.js'

import { edgeLook } from '../../../flow/edgeLook.js'
import { useBuilder } from '../../context.js'

/** What the newest test run did with this connection. */
export function useEdgeState({
  source,
  target,
  sourceHandle,
}: {
  source: string
  target: string
  sourceHandle?: string | null
}): EdgeLook {
  const { testRun } = useBuilder()
  const read = (): EdgeLook => {
    const { current } = testRun
    if (!current) return 'rest'
    const from = current.views.get(source)
    const branch = current.branches.get(source)
    return edgeLook({
      edge: sourceHandle ? { sourceHandle } : {},
      source: from && { status: from.status, ...(branch && { branch }) },
      target: current.views.get(target),
    })
  }
  return useSyncExternalStore(testRun.subscribe, read, read)
}
