'use client'

import { useEffect, useEffectEvent } from 'react'

import { useCell } from '../../canvas/session/cell.js'
import { useBuilder } from '../../context.js'
import { jumpCellOf, type Jump } from './jumpCell.js'

/** Calls `open` when somebody jumped to something in here, also when this is only drawn because of it. */
export function useJumpHere(open: (jump: Jump) => 'followed' | 'passed'): void {
  const cell = jumpCellOf(useBuilder())
  const jump = useCell(cell)
  const follow = useEffectEvent(open)
  useEffect(() => {
    if (jump && follow(jump) === 'followed') cell.set(null)
  }, [cell, jump])
}
