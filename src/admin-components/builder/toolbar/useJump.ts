'use client'

import { useEffect, useState } from 'react'

import type { BuilderHandle } from '../context.js'
import type { ListedProblem } from './Problems.js'

import { useSayProblem } from '../useSayProblem.js'
import { jumpCellOf } from '../panel/data/jumpCell.js'
import { focusProblem } from './focusProblem.js'
import { NAME_PATH } from './useProblems.js'

/** The builder of the same form, and the way to where a problem is: node and field, edge, inputs, or name. */
export function useJump({
  handle,
  root,
}: {
  handle: BuilderHandle | null
  root: React.RefObject<HTMLElement | null>
}) {
  const sayProblem = useSayProblem()
  const [builder, setBuilder] = useState<Element | null>(null)
  useEffect(() => {
    // In a drawer there may be another builder below: each form has its own.
    setBuilder(root.current?.closest('form')?.querySelector('.workflows-builder') ?? null)
  }, [root, handle])

  const jump = (problem: ListedProblem) => {
    const { nodeId, edgeId, path } = problem
    if (path === NAME_PATH) {
      root.current?.querySelector<HTMLInputElement>('input')?.focus()
      return
    }
    if (!handle) return
    jumpCellOf(handle).set({ path, nodeId })
    if (nodeId !== undefined) handle.canvas.current?.reveal(nodeId)
    else {
      const edges = edgeId === undefined ? [] : [edgeId]
      handle.store.select({ nodes: [], edges, notes: [] })
    }
    // When the panel has opened what the problem is in.
    if (builder)
      requestAnimationFrame(() => focusProblem({ builder, message: sayProblem(problem) }))
  }
  return { builder, jump }
}
