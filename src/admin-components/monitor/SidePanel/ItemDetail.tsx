'use client'

import type { AgentJob } from '../../../plugins/workflows/operations/executions/types.js'

import { formatDuration } from '../../shared/format/formatDuration.js'
import { formatMoney } from '../../shared/format/formatMoney.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { fieldOf } from '../outputFields.js'
import { useLinks } from '../useLinks.js'

/** One item in full: the prompt as sent, what came back, and where it is now. */
export function ItemDetail({ job, media }: { job: AgentJob; media: string }) {
  const { t, locale } = useWorkflowsTranslation()
  const links = useLinks()
  const { input, output, error, model, tokensIn, tokensOut, cost, startedAt, completedAt } = job
  const tokens = tokensIn + tokensOut
  const took =
    startedAt && completedAt
      ? formatDuration({ ms: Date.parse(completedAt) - Date.parse(startedAt), locale })
      : ''
  const facts = [
    model,
    tokens > 0 ? t('monitor:tokens', { tokens: new Intl.NumberFormat(locale).format(tokens) }) : '',
    cost > 0 ? formatMoney({ amount: cost, locale }) : '',
    took,
  ].filter(Boolean)
  const image = fieldOf(output, 'media_id')
  const document = image ? '' : fieldOf(output, 'document_id')
  const target = image
    ? { collection: media, id: image }
    : document
      ? { collection: fieldOf(output, 'collection'), id: document }
      : null
  return (
    <div className="workflows-item-detail">
      {error ? (
        <p className="workflows-item-detail__error" dir="auto">
          {error.message} <code>{error.code}</code>
        </p>
      ) : null}
      <Block label={t('monitor:prompt')} text={fieldOf(input, 'prompt')} />
      <Block label={t('monitor:systemPrompt')} text={fieldOf(input, 'system')} />
      <Block label={t('monitor:output')} text={fieldOf(output, 'text')} />
      {facts.length > 0 ? (
        <p className="workflows-item-detail__facts">{facts.join(' · ')}</p>
      ) : null}
      {target?.collection ? (
        <a className="workflows-item-detail__link" href={links.document(target)}>
          {image ? t('monitor:openImage') : t('monitor:openDocument')}
          <Icon name="open" size={12} />
        </a>
      ) : null}
    </div>
  )
}

function Block({ label, text }: { label: string; text: string }) {
  if (!text) return null
  return (
    <details className="workflows-item-detail__block" open={text.length < 1_200}>
      <summary>{label}</summary>
      <pre dir="auto">{text}</pre>
    </details>
  )
}
