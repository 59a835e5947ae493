'use client'

import { useState } from 'react'

import type { WorkflowsClient } from '../../../client/createWorkflowsClient.js'
import type { LiveState } from '../applyEvent.js'
import type { MonitorProps } from '../types.js'

import { EmptyState } from '../../shared/EmptyState/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useLinks } from '../useLinks.js'
import { DocumentCard, ImageCard } from './Cards.js'
import { outputCards } from './outputCards.js'
import { useCovers } from './useCovers.js'
import './index.css'

type Kind = 'all' | 'documents' | 'images'
const PAGE = 24

/** What was made, as cards. */
export function Outputs({
  detail,
  graph,
  props: { slugs, names },
  api,
}: {
  detail: LiveState['detail']
  graph: MonitorProps['graph']
  props: MonitorProps
  api: WorkflowsClient
}) {
  const { t } = useWorkflowsTranslation()
  const links = useLinks()
  const [kind, setKind] = useState<Kind>('all')
  const [shown, setShown] = useState(PAGE)
  const cards = outputCards({ detail, graph })
  const images = detail.outputs.media
  const attaches = detail.nodes.some(
    ({ type, itemsDone }) => type === 'attach_to_document' && itemsDone > 0,
  )
  const covers = useCovers({ api, cards: cards.slice(0, shown), wanted: attaches })
  if (cards.length + images.length === 0) {
    return (
      <EmptyState bordered={false} icon="doc" title={t('monitor:noOutputs')}>
        {t('monitor:noOutputsHint')}
      </EmptyState>
    )
  }
  const [collection] = new Set(cards.map((card) => card.collection))
  const kinds: { kind: Kind; label: string; count: number }[] = [
    { kind: 'all', label: t('monitor:all'), count: cards.length + images.length },
    {
      kind: 'documents',
      label: (collection && names.collections[collection]) || t('monitor:documentsLabel'),
      count: cards.length,
    },
    { kind: 'images', label: t('monitor:imagesLabel'), count: images.length },
  ]
  return (
    <div className="workflows-outputs">
      <div className="workflows-outputs__kinds">
        {kinds
          .filter(({ count }) => count > 0)
          .map(({ kind: value, label, count }) => (
            <button
              aria-pressed={kind === value}
              className="workflows-outputs__kind"
              key={value}
              onClick={() => setKind(value)}
              type="button"
            >
              {label} <span>{count}</span>
            </button>
          ))}
      </div>
      {kind === 'images' || cards.length === 0 ? null : (
        <ul className="workflows-outputs__grid">
          {cards.slice(0, shown).map((card) => (
            <li key={card.key}>
              <DocumentCard
                card={card}
                cover={covers.get(card.key) ?? null}
                href={links.document(card)}
                showCover={attaches}
              />
            </li>
          ))}
        </ul>
      )}
      {kind === 'documents' || images.length === 0 ? null : (
        <>
          {kind === 'all' && cards.length > 0 ? (
            <h2 className="workflows-outputs__title">{t('monitor:imagesLabel')}</h2>
          ) : null}
          <ul className="workflows-outputs__grid workflows-outputs__grid--images">
            {images.slice(0, shown).map((image) => (
              <li key={image.jobId}>
                <ImageCard
                  href={links.document({ collection: slugs.media, id: image.id })}
                  image={image}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {Math.max(cards.length, images.length) > shown ? (
        <button
          className="workflows-side__more"
          onClick={() => setShown(shown + PAGE)}
          type="button"
        >
          {t('monitor:showMore')}
        </button>
      ) : null}
    </div>
  )
}
