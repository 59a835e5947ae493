'use client'

import { useRef, useState } from 'react'

import type { AttachmentView } from '../../../client/types.js'

import { Icon } from '../../shared/Icon/index.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { formatBytes } from '../../shared/format/formatBytes.js'
import { fullDate } from '../../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { nameOf } from '../nameOf.js'
import { Picture } from '../Picture.js'
import { CaptionInput } from './CaptionInput.js'
import { Provenance } from './Provenance.js'
import './index.css'

export interface CardActions {
  setPrimary: () => void
  detach: () => void
  setCaption: (caption: string | null) => void
  /** The pointer went down on something that the card can be dragged by. */
  press: (event: React.PointerEvent, on: 'handle' | 'picture') => void
}

/** One attached image: picture, name, facts, and on hover or focus what can be done with it. */
export function ImageCard({
  image,
  index,
  total,
  actions,
  executions,
  onOpen,
}: {
  image: AttachmentView
  index: number
  total: number
  /** Null where nothing may be changed. */
  actions: CardActions | null
  executions: string
  onOpen: () => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const [isWriting, setWriting] = useState(false)
  const pen = useRef<HTMLButtonElement>(null)
  const picture = useRef<HTMLButtonElement>(null)
  const name = nameOf({ image, index, t })
  const isHidden = image.filename === null
  const person = image.attachedBy.kind === 'person' ? image.attachedBy.name : null
  const by = person
    ? `${t('attachments:byPerson', { name: person })}, ${fullDate({ date: image.attachedAt, locale })}`
    : undefined
  const facts = isHidden ? t('attachments:hidden') : factsOf(image, locale)
  const caption = image.caption ?? ''
  const makePrimary = () => {
    // The button goes with this, and would leave the focus nowhere.
    const stays = isHidden ? pen : picture
    stays.current?.focus()
    actions?.setPrimary()
  }
  const write = (written: string | null) => {
    setWriting(false)
    requestAnimationFrame(() => pen.current?.focus())
    if (written !== null && written.trim() !== caption) actions?.setCaption(written.trim() || null)
  }
  return (
    <>
      <button
        aria-keyshortcuts={actions && total > 1 ? 'Alt+ArrowRight Alt+ArrowLeft' : undefined}
        aria-label={t('attachments:open', { name })}
        className="workflows-image-card__picture"
        disabled={isHidden}
        onClick={onOpen}
        onPointerDown={(event) => actions?.press(event, 'picture')}
        ref={picture}
        type="button"
      >
        <Picture url={image.thumbnailUrl} />
      </button>
      <div className="workflows-image-card__over">
        {image.isPrimary ? (
          <span className="workflows-image-card__primary">
            <Icon filled name="star" size={12} />
            <span className="workflows-image-card__primary-word">{t('attachments:primary')}</span>
          </span>
        ) : null}
        {actions && total > 1 ? (
          <span className="workflows-image-card__handle" data-handle>
            <IconButton
              aria-keyshortcuts="ArrowRight ArrowLeft"
              icon="drag"
              label={t('attachments:move', { name })}
              onPointerDown={(event) => actions.press(event, 'handle')}
              tone="picture"
            />
          </span>
        ) : null}
        {actions ? (
          <span className="workflows-image-card__actions">
            <IconButton
              aria-expanded={isWriting}
              icon="pen"
              label={t(caption ? 'attachments:changeCaption' : 'attachments:addCaption', { name })}
              onClick={() => setWriting(true)}
              ref={pen}
              tone="picture"
            />
            {image.isPrimary ? null : (
              <IconButton
                icon="star"
                label={t('attachments:setPrimary', { name })}
                onClick={makePrimary}
                tone="picture"
              />
            )}
            <IconButton
              icon="x"
              label={t('attachments:detach', { name })}
              onClick={actions.detach}
              tone="picture"
            />
          </span>
        ) : null}
      </div>
      <div className="workflows-image-card__words">
        <p className="workflows-image-card__name" dir="auto" title={name}>
          {name}
        </p>
        <p className="workflows-image-card__facts" dir="auto" title={by}>
          {facts}
        </p>
        {isWriting ? (
          <CaptionInput caption={caption} name={name} onDone={write} />
        ) : caption ? (
          <p className="workflows-image-card__caption" dir="auto" title={caption}>
            {caption}
          </p>
        ) : null}
        <Provenance executions={executions} image={image} />
      </div>
    </>
  )
}

/** `412 KB · 1080 × 1080`, as much of it as is known. */
function factsOf({ filesize, width, height }: AttachmentView, locale: string): string {
  const size = filesize === null ? null : formatBytes({ bytes: filesize, locale })
  const dimensions = width === null || height === null ? null : `${width} × ${height}`
  return [size, dimensions].filter(Boolean).join(' · ')
}
