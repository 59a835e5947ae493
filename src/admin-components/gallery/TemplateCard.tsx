'use client'

import { Button, Popup, PopupList } from '@payloadcms/ui'
import { useId } from 'react'

import type { GalleryCard } from './types.js'

import { Icon } from '../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { FlowSketch } from './FlowSketch.js'
import { useCategoryLabel } from './useCategories.js'
import { useTemplateActions } from './useTemplateActions.js'
import './card.css'

/** A template at a glance; what one can do with it appears where its figures were. */
export function TemplateCard({
  template,
  onPreview,
}: {
  template: GalleryCard
  onPreview: () => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const categoryLabel = useCategoryLabel()
  const { name, description, category, isSystem, status, nodeCount, usageCount } = template
  const title = useId()
  const number = new Intl.NumberFormat(locale, { notation: 'compact' })
  return (
    <li aria-labelledby={title} className="workflows-card">
      <button
        aria-label={t('gallery:previewNamed', { name })}
        className="workflows-card__drawing"
        onClick={onPreview}
        tabIndex={-1}
        type="button"
      >
        <FlowSketch drawing={template.drawing} />
      </button>
      <div className="workflows-card__body">
        <h2 className="workflows-card__name" id={title} title={name}>
          <span dir="auto">{name}</span>
          {isSystem ? (
            <span aria-label={t('gallery:system')} role="img" title={t('gallery:system')}>
              <Icon name="lock" size={12} />
            </span>
          ) : null}
        </h2>
        <p className="workflows-card__description" dir="auto" title={description}>
          {description}
        </p>
      </div>
      <div className="workflows-card__foot">
        <div className="workflows-card__facts">
          <span className="workflows-tag">{categoryLabel(category)}</span>
          {status === 'draft' ? (
            <span className="workflows-tag workflows-tag--outline">{t('gallery:draft')}</span>
          ) : null}
          <span className="workflows-card__figures">
            <span title={t('gallery:nodes', { count: nodeCount })}>
              <Icon name="flow" size={12} />
              <span aria-hidden="true">{number.format(nodeCount)}</span>
              <span className="workflows-sr-only">{t('gallery:nodes', { count: nodeCount })}</span>
            </span>
            <span title={t('gallery:used', { count: usageCount })}>
              <Icon name="play" size={12} />
              <span aria-hidden="true">{number.format(usageCount)}</span>
              <span className="workflows-sr-only">{t('gallery:used', { count: usageCount })}</span>
            </span>
          </span>
        </div>
        <CardActions onPreview={onPreview} template={template} />
      </div>
    </li>
  )
}

function CardActions({ template, onPreview }: { template: GalleryCard; onPreview: () => void }) {
  const { t } = useWorkflowsTranslation()
  const { id, name, isSystem, mayLaunch: canLaunch } = template
  const { use, clone, exportFile, editURL } = useTemplateActions({ id, name, mayLaunch: canLaunch })
  return (
    <div className="workflows-card__actions">
      {canLaunch ? (
        <Button
          aria-label={t('gallery:useNamed', { name })}
          margin={false}
          onClick={use}
          size="small"
        >
          {t('gallery:use')}
        </Button>
      ) : null}
      <Button
        aria-label={t('gallery:previewNamed', { name })}
        buttonStyle="secondary"
        margin={false}
        onClick={onPreview}
        size="small"
      >
        {t('gallery:preview')}
      </Button>
      <Popup
        button={
          <span className="workflows-card__more" title={t('gallery:moreFor', { name })}>
            <Icon name="more" />
            <span className="workflows-sr-only">{t('gallery:moreFor', { name })}</span>
          </span>
        }
        horizontalAlign="right"
        size="small"
      >
        <PopupList.ButtonGroup>
          {canLaunch ? (
            <PopupList.Button onClick={() => void clone()}>{t('gallery:clone')}</PopupList.Button>
          ) : null}
          <PopupList.Button onClick={() => void exportFile()}>
            {t('gallery:export')}
          </PopupList.Button>
          <PopupList.Button href={editURL}>
            {canLaunch && !isSystem ? t('gallery:edit') : t('gallery:open')}
          </PopupList.Button>
        </PopupList.ButtonGroup>
      </Popup>
    </div>
  )
}
