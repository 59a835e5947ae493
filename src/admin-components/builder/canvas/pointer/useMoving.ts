'use client'

import { type OnMove, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { useSession } from '../session/session.js'

/** Without a turn of the wheel for as long, the picture stands still. Turns of one hand come closer together. */
const REST_MS = 200

/**
 * Whether the picture is being moved. React Flow says that a zoom has ended as soon as it is at its limit, also while
 * the wheel still turns, and between two turns on a slow machine: what is drawn then is in the way of the next one.
 */
export function useMoving(): { move: () => void; rest: OnMove } {
  const { isMoving } = useSession()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const acts = useMemo(() => {
    const set = (isNow: boolean) => {
      isMoving.set(isNow)
      flow.getState().domNode?.classList.toggle('workflows-moving', isNow)
    }
    const end = () => {
      clearTimeout(resting.current)
      resting.current = undefined
      set(false)
    }
    const restSoon = () => {
      clearTimeout(resting.current)
      resting.current = setTimeout(end, REST_MS)
    }
    return {
      move: () => {
        clearTimeout(resting.current)
        resting.current = undefined
        set(true)
      },
      rest: (event: MouseEvent | TouchEvent | null) => {
        // A hand that lets go, and what was moved by a button, has ended.
        if (event?.type === 'wheel') restSoon()
        else end()
      },
      turn: () => {
        if (resting.current !== undefined) restSoon()
      },
    }
  }, [isMoving, flow])
  useEffect(() => {
    const { domNode } = flow.getState()
    const listening = { capture: true, passive: true }
    domNode?.addEventListener('wheel', acts.turn, listening)
    return () => {
      domNode?.removeEventListener('wheel', acts.turn, listening)
      clearTimeout(resting.current)
      isMoving.set(false)
    }
  }, [flow, acts, isMoving])
  return acts
}
