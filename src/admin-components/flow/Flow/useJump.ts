'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect, useState } from 'react'

import type { DrawnNode } from './useFlowElements.js'

/** Near enough to read the card one jumped to. */
const JUMP_ZOOM = 1
const CARD = { width: 240, height: 54 }

/** Goes to a node, as soon as it is drawn: it may just have been taken out of a stack. */
export function useJump(nodes: readonly DrawnNode[]): (id: string) => void {
  const { setCenter } = useReactFlow()
  const [to, jump] = useState<string | null>(null)
  const node = to === null ? undefined : nodes.find(({ id }) => id === to)
  useEffect(() => {
    if (!node) return
    const { x, y } = node.position
    const { width = CARD.width, height = CARD.height } = node.measured ?? {}
    void setCenter(x + width / 2, y + height / 2, { zoom: JUMP_ZOOM })
    jump(null)
  }, [node, setCenter])
  return jump
}
