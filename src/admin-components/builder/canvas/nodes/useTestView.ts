'use client'

import { useSyncExternalStore } from 'react'

import type { CardView } from '../../../flow/types.js'

import { useBuilder } from '../../context.js'

/** State of this node in the newest test run; rerenders only when its own changes. */
export function useTestView(nodeId: string): CardView | undefined {
  const { testRun } = useBuilder()
  const read = () => testRun.current?.views.get(nodeId)
  return useSyncExternalStore(testRun.subscribe, read, read)
}
