'use client'

import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'

import type { Hindrance, LibraryImage } from './libraryImage.js'

import { Skeleton } from '../../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { keyTarget } from '../ImageGrid/keyTarget.js'
import { columnsOf } from '../ImageGrid/sortGeometry.js'
import { LibraryTile } from './LibraryTile.js'
import { selectRange, toggle, type Selection } from './selection.js'

const GHOSTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/** A list box in the shape of a grid: one tab stop, arrows move, Space chooses, Shift chooses a range. */
export function LibraryGrid({
  images,
  selection,
  onSelect,
  hindranceOf,
  room,
  isLoading,
  hasMore,
  onMore,
}: {
  images: LibraryImage[]
  selection: Selection
  onSelect: (selection: Selection) => void
  hindranceOf: (image: LibraryImage) => Hindrance | null
  room: number
  isLoading: boolean
  hasMore: boolean
  onMore: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const help = useId()
  const chosen = new Set(selection.images.map(({ id }) => id))
  const canChoose = (image: LibraryImage) => hindranceOf(image) === null

  const choose = (image: LibraryImage, isRange: boolean) => {
    if (!canChoose(image)) return
    onSelect(
      isRange
        ? selectRange({ selection, image, shown: images, canChoose, room })
        : toggle({ selection, image, room }),
    )
  }
  const options = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
  const onKeyDown = (event: React.KeyboardEvent<HTMLUListElement>) => {
    const image = images[active]
    if (!image) return
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      return choose(image, event.shiftKey)
    }
    const tiles = options()
    const target = keyTarget({
      key: event.key,
      index: active,
      total: images.length,
      columns: columnsOf(tiles.map((tile) => tile.getBoundingClientRect())),
      rtl: getComputedStyle(event.currentTarget).direction === 'rtl',
    })
    if (target === null) return
    event.preventDefault()
    setActive(target)
    tiles[target]?.focus()
    const reached = images[target]
    if (event.shiftKey && reached) choose(reached, selection.anchor !== null)
  }

  const more = useEffectEvent(() => !isLoading && onMore())
  useEffect(() => {
    const mark = end.current
    if (!mark || !hasMore || isLoading) return
    const root = mark.closest('[data-scroller]')
    // A screen ahead, so that scrolling does not stop at the end of each page.
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && more(),
      { root, rootMargin: '600px' },
    )
    observer.observe(mark)
    return () => observer.disconnect()
  }, [hasMore, isLoading, images.length])

  return (
    <>
      <p className="workflows-sr-only" id={help}>
        {t('attachments:libraryHelp')}
      </p>
      <ul
        aria-busy={isLoading}
        aria-describedby={help}
        aria-label={t('attachments:library')}
        aria-multiselectable="true"
        className="workflows-library__grid"
        onKeyDown={onKeyDown}
        ref={list}
        role="listbox"
      >
        {images.map((image, index) => (
          <LibraryTile
            hindrance={hindranceOf(image)}
            image={image}
            isChosen={chosen.has(image.id)}
            isFull={selection.images.length >= room}
            key={image.id}
            onChoose={(isRange) => {
              setActive(index)
              choose(image, isRange)
            }}
            tabIndex={index === Math.min(active, images.length - 1) ? 0 : -1}
          />
        ))}
      </ul>
      {isLoading ? (
        <div aria-hidden="true" className="workflows-library__grid workflows-library__grid--more">
          {GHOSTS.slice(0, images.length > 0 ? 5 : 10).map((ghost) => (
            <div className="workflows-library__ghost" key={ghost}>
              <Skeleton className="workflows-library__ghost-picture" />
              <Skeleton style={{ width: '70%' }} />
            </div>
          ))}
        </div>
      ) : null}
      <div ref={end} />
    </>
  )
}
