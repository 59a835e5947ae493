import type { CardView, Thumb } from '../types.js'

import { Icon } from '../../shared/Icon/index.js'
import { STATUS_ICONS } from '../../shared/StatusPill/index.js'
import './index.css'

/** Four lines of 12 px hold about this much; what was written before scrolls away. */
const SHOWN_CHARACTERS = 180
const SHOWN_THUMBS = 5

/** What is being made: the text as it is written, and the pictures. */
export function CardBody({ view }: { view: CardView }) {
  const { text, thumbs = [] } = view
  return (
    <>
      {text ? <StreamBox text={text} /> : null}
      {thumbs.length > 0 ? (
        <div className="workflows-node__thumbs">
          {thumbs.slice(0, SHOWN_THUMBS).map((thumb) => (
            <ThumbBox key={thumb.key} thumb={thumb} />
          ))}
        </div>
      ) : null}
    </>
  )
}

export function StreamBox({ text }: { text: string }) {
  const shown =
    text.length > SHOWN_CHARACTERS ? `…${text.slice(-SHOWN_CHARACTERS).trimStart()}` : text
  return (
    <div className="workflows-stream" dir="auto">
      <span className="workflows-stream__text">
        {shown}
        <span className="workflows-caret" />
      </span>
    </div>
  )
}

export function ThumbBox({ thumb: { url, alt, status } }: { thumb: Thumb }) {
  return (
    <span className={`workflows-thumb workflows-pill--${status}`}>
      {url ? (
        <img alt={alt} loading="lazy" src={url} />
      ) : status === 'pending' ? null : (
        <Icon name={STATUS_ICONS[status]} size={12} />
      )}
    </span>
  )
}
