'use client'

import type { OutputCard } from './outputCards.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { firstLines } from './outputCards.js'

const STATES = {
  draft: 'monitor:stateDraft',
  published: 'monitor:statePublished',
  review: 'monitor:stateReview',
} as const

export function DocumentCard({
  card,
  cover,
  showCover,
  href,
}: {
  card: OutputCard
  cover: string | null
  /** Keeps the place of a picture that is still being asked for. */
  showCover: boolean
  href: string
}) {
  const { t } = useWorkflowsTranslation()
  const { title, text, words, state } = card
  const name = title || t('monitor:untitled')
  return (
    <article className="workflows-output">
      {showCover ? (
        <div className="workflows-output__cover">
          {cover ? <img alt="" loading="lazy" src={cover} /> : <Icon name="image" size={20} />}
        </div>
      ) : null}
      <div className="workflows-output__body">
        <h3 className="workflows-output__title" dir="auto" title={name}>
          {name}
        </h3>
        <p className="workflows-output__text" dir="auto">
          {firstLines(text)}
        </p>
        <div className="workflows-output__foot">
          <span className="workflows-output__state">
            {state in STATES ? t(STATES[state as keyof typeof STATES]) : state}
          </span>
          {words === null ? null : <span>{t('monitor:words', { count: words })}</span>}
          <a
            aria-label={t('monitor:openNamed', { name })}
            className="workflows-output__open"
            href={href}
          >
            {t('monitor:open')}
          </a>
        </div>
      </div>
    </article>
  )
}

export function ImageCard({ image, href }: { image: { url: string; alt: string }; href: string }) {
  const { t } = useWorkflowsTranslation()
  const name = image.alt || t('monitor:image')
  return (
    <a className="workflows-output workflows-output--image" href={href}>
      <span className="workflows-output__cover">
        <img alt="" loading="lazy" src={image.url} />
      </span>
      <span className="workflows-output__name" dir="auto" title={name}>
        {name}
      </span>
    </a>
  )
}
