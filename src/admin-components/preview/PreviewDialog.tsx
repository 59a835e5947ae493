'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { GalleryCard } from '../gallery/types.js'

import { ModalFrame } from '../active-workflows/ModalFrame.js'
import { NodeTile } from '../flow/NodeTile/index.js'
import { useCategoryLabel } from '../gallery/useCategories.js'
import { useTemplateActions } from '../gallery/useTemplateActions.js'
import { ErrorBoundary } from '../shared/ErrorBoundary/index.js'
import { Icon } from '../shared/Icon/index.js'
import { IconButton } from '../shared/IconButton/index.js'
import { LiveRegion } from '../shared/LiveRegion/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { PreviewBody } from './PreviewBody.js'
import '../gallery/card.css'
import './preview.css'

/** What a template is, asks and makes, before one uses it. Arrows walk to its neighbours. */
export function PreviewDialog({
  card,
  onClose,
  onNext,
  onPrevious,
}: {
  card: GalleryCard
  onClose: () => void
  /** Null at either end. */
  onNext: (() => void) | null
  onPrevious: (() => void) | null
}) {
  const { t } = useWorkflowsTranslation()
  const categoryLabel = useCategoryLabel()
  const title = useId()
  const walk = (event: React.KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('.workflows-flow')) return
    if (event.key === 'ArrowRight') onNext?.()
    if (event.key === 'ArrowLeft') onPrevious?.()
  }
  return (
    <ModalFrame className="workflows-dialog" labelledBy={title} onClose={onClose} onKeyDown={walk}>
      <div className="workflows-dialog__panel workflows-preview">
        <header className="workflows-preview__header">
          <NodeTile type={kindOf(card)} />
          <h2 className="workflows-dialog__title" dir="auto" id={title}>
            {card.name}
          </h2>
          <span className="workflows-tag">{categoryLabel(card.category)}</span>
          {card.isSystem ? (
            <span className="workflows-tag workflows-tag--outline">
              <Icon name="lock" size={12} />
              {t('preview:system')}
            </span>
          ) : null}
          <span className="workflows-preview__arrows">
            <IconButton
              aria-keyshortcuts="ArrowLeft"
              disabled={!onPrevious}
              icon="chevron-left"
              label={t('preview:previous')}
              onClick={() => onPrevious?.()}
            />
            <IconButton
              aria-keyshortcuts="ArrowRight"
              disabled={!onNext}
              icon="chevron-right"
              label={t('preview:next')}
              onClick={() => onNext?.()}
            />
            <IconButton icon="x" label={t('shared:close')} onClick={onClose} />
          </span>
        </header>
        <LiveRegion text={card.name} />
        <ErrorBoundary key={String(card.id)}>
          <PreviewBody card={card} />
        </ErrorBoundary>
        <PreviewFooter card={card} onClose={onClose} />
      </div>
    </ModalFrame>
  )
}

function PreviewFooter({ card, onClose }: { card: GalleryCard; onClose: () => void }) {
  const { t } = useWorkflowsTranslation()
  const canLaunch = card.mayLaunch
  const { use, clone, isBusy } = useTemplateActions({
    id: card.id,
    name: card.name,
    mayLaunch: canLaunch,
  })
  const note = !canLaunch
    ? t('launch:viewer')
    : card.isSystem
      ? t('preview:systemNote')
      : card.status === 'draft'
        ? t('preview:draftNote')
        : ''
  return (
    <footer className="workflows-dialog__footer">
      <p className="workflows-preview__note">
        {note ? (
          <>
            <Icon name={canLaunch ? 'info' : 'lock'} />
            {note}
          </>
        ) : null}
      </p>
      {canLaunch ? (
        <>
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            margin={false}
            onClick={() => void clone()}
          >
            {t('gallery:clone')}
          </Button>
          <Button
            margin={false}
            onClick={() => {
              onClose()
              use()
            }}
          >
            {t('gallery:use')}
          </Button>
        </>
      ) : (
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {t('shared:close')}
        </Button>
      )}
    </footer>
  )
}

/** The first thing that it makes stands for the whole. */
const kindOf = ({ drawing: { nodes } }: GalleryCard): string =>
  nodes.find(({ type }) => type.startsWith('generate_'))?.type ?? nodes[0]?.type ?? 'generate_copy'
