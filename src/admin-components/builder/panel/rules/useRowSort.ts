'use client'

import { useRef } from 'react'

/** Rows that change places: the handle is dragged, or moved with the arrow keys. */
export function useRowSort({
  count,
  onMove,
}: {
  count: number
  onMove: (from: number, to: number) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const dragged = useRef<number | null>(null)
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > [data-row]') ?? [])]
  const move = (from: number, to: number) => {
    if (to < 0 || to >= count || to === from) return
    onMove(from, to)
    // The handle goes with its row.
    requestAnimationFrame(() =>
      rows()[to]?.querySelector<HTMLElement>('[data-row-handle]')?.focus(),
    )
  }
  const handle = (at: number) => ({
    'data-row-handle': '',
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (step === 0) return
      event.preventDefault()
      event.stopPropagation()
      move(at, at + step)
    },
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      dragged.current = at
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>) => {
      const from = dragged.current
      if (from === null) return
      const to = rowAt(rows(), event.clientY)
      if (to === null || to === from) return
      dragged.current = to
      onMove(from, to)
    },
    onPointerUp: () => {
      dragged.current = null
    },
    onPointerCancel: () => {
      dragged.current = null
    },
  })
  return { list, handle }
}

/** The row under the pointer, if the pointer is past the middle of none other. */
function rowAt(rows: readonly HTMLElement[], y: number): number | null {
  for (const [at, row] of rows.entries()) {
    const { top, bottom } = row.getBoundingClientRect()
    if (y >= top && y <= bottom) return at
  }
  return null
}

/** The list with one entry at another place. */
export function moveEntry<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const rest = list.filter((_, at) => at !== from)
  const entry = list[from]
  return entry === undefined ? rest : [...rest.slice(0, to), entry, ...rest.slice(to)]
}
