'use client'

import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

import type { AttachmentView } from '../../../client/types.js'
import type { ImageActions } from '../useImageActions.js'

import { ImageCard } from '../ImageCard/index.js'
import { keyTarget } from './keyTarget.js'
import { columnsOf } from './sortGeometry.js'
import { useGridSort } from './useGridSort.js'
import './index.css'

const cardsIn = (grid: HTMLElement | null): HTMLElement[] => [
  ...(grid?.querySelectorAll<HTMLElement>('[data-sortable]') ?? []),
]

/** The attached images in their order; `children` is a last cell of another kind. */
export function ImageGrid({
  images,
  actions,
  executions,
  focusWhenEmpty,
  onOpen,
  children,
}: {
  images: AttachmentView[]
  /** Null where nothing may be changed. */
  actions: ImageActions | null
  /** Slug of the executions, for links. */
  executions: string
  focusWhenEmpty: React.RefObject<HTMLElement | null>
  onOpen: (image: AttachmentView) => void
  children?: React.ReactNode
}) {
  const sort = useGridSort({ onMove: (from, to) => actions?.move(from, to) })
  const detached = useRef<number | null>(null)

  useEffect(() => {
    if (detached.current === null) return
    // The button that had the focus is gone: it goes on to the image that took the place.
    const cards = cardsIn(sort.grid.current)
    const next = cards[Math.min(detached.current, cards.length - 1)]
    detached.current = null
    const target = next?.querySelector<HTMLElement>('button') ?? focusWhenEmpty.current
    target?.focus()
  }, [images.length, sort.grid, focusWhenEmpty])

  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>, index: number) => {
    const onHandle = (event.target as HTMLElement).closest('[data-handle]') !== null
    if (!actions || !(event.altKey || onHandle)) return
    const grid = event.currentTarget.parentElement
    const target = keyTarget({
      key: event.key,
      index,
      total: images.length,
      columns: columnsOf(cardsIn(grid).map((card) => card.getBoundingClientRect())),
      rtl: getComputedStyle(event.currentTarget).direction === 'rtl',
    })
    // Alt with an arrow is the browser's way back; at the ends of the row too.
    if (event.key.startsWith('Arrow')) event.preventDefault()
    if (target === null) return
    event.preventDefault()
    const focused = event.target as HTMLElement
    flushSync(() => actions.move(index, target))
    // Moving an element in the document takes its focus away.
    focused.focus()
  }

  const state = sort.isDragging ? ' workflows-image-grid--sorting' : ''
  return (
    <ul className={`workflows-images__grid workflows-image-grid${state}`} ref={sort.grid}>
      {images.map((image, index) => {
        const { shift, isHeld } = sort.place(index)
        const isShifted = shift.x !== 0 || shift.y !== 0
        return (
          <li
            className={`workflows-image-card${isHeld ? ' workflows-image-card--held' : ''}`}
            data-sortable
            key={image.id}
            onKeyDown={(event) => onKeyDown(event, index)}
            style={isShifted ? { transform: `translate(${shift.x}px, ${shift.y}px)` } : undefined}
          >
            <ImageCard
              actions={
                actions && {
                  setPrimary: () => actions.setPrimary(image),
                  setCaption: (caption) => actions.setCaption(image, caption),
                  detach: () => {
                    detached.current = index
                    actions.detach(image)
                  },
                  press: (event, on) => sort.begin(index, event, on),
                }
              }
              executions={executions}
              image={image}
              index={index}
              onOpen={() => onOpen(image)}
              total={images.length}
            />
          </li>
        )
      })}
      {children ? <li className="workflows-image-grid__last">{children}</li> : null}
    </ul>
  )
}
