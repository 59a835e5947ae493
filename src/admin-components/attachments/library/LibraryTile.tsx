'use client'

import type { Hindrance, LibraryImage } from './libraryImage.js'

import { Icon } from '../../shared/Icon/index.js'
import { formatBytes } from '../../shared/format/formatBytes.js'
import { useAttachmentLimits } from '../limits.js'
import { Picture } from '../Picture.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** One image to choose. What cannot be chosen says why, and stays readable. */
export function LibraryTile({
  image,
  hindrance,
  isChosen,
  isFull,
  tabIndex,
  onChoose,
}: {
  image: LibraryImage
  hindrance: Hindrance | null
  isChosen: boolean
  /** No more can be chosen; those that are can be given up. */
  isFull: boolean
  tabIndex: number
  onChoose: (isRange: boolean) => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const { bytes } = useAttachmentLimits()
  const limit = formatBytes({ bytes, locale })
  const why = hindrance && t(`attachments:${hindrance}`, { limit })
  const size = formatBytes({ bytes: image.filesize, locale })
  const isDisabled = hindrance !== null || (isFull && !isChosen)
  return (
    <li
      aria-disabled={isDisabled}
      aria-selected={isChosen}
      className="workflows-library__tile"
      data-hindrance={hindrance ?? undefined}
      onClick={(event) => onChoose(event.shiftKey)}
      role="option"
      tabIndex={tabIndex}
      title={image.alt || image.filename}
    >
      <span className="workflows-library__picture">
        <Picture
          instead="doc"
          url={image.mimeType.startsWith('image/') ? image.thumbnailUrl : null}
        />
      </span>
      <span className="workflows-library__name" dir="auto">
        {image.filename}
      </span>
      <span className="workflows-library__size" dir="auto">
        {size}
      </span>
      {why ? (
        <span className="workflows-library__why">{why}</span>
      ) : (
        <span className="workflows-library__check">
          {isChosen ? <Icon name="check" size={12} /> : null}
        </span>
      )}
    </li>
  )
}
