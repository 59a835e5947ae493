'use client'

import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect, useState } from 'react'

const FIT = { padding: 0.12, maxZoom: 1 }

/** Fits the graph into its frame, again whenever the frame changes, until somebody pans or zooms. */
export function useFollowing(count: number) {
  const [following, setFollowing] = useState(true)
  const { fitView } = useReactFlow()
  const ready = useNodesInitialized()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)

  useEffect(() => {
    if (following && (ready || count > 60)) void fitView(FIT)
  }, [following, ready, width, height, count, fitView])

  const touched = useCallback(() => setFollowing(false), [])
  const follow = useCallback(() => {
    setFollowing(true)
    void fitView(FIT)
  }, [fitView])
  return { following, follow, touched }
}
