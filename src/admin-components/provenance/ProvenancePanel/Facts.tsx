'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'

import type { Provenance } from '../../../client/types.js'

import { formatMoney } from '../../shared/format/formatMoney.js'
import { fullDate } from '../../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

type Source = NonNullable<Provenance['source']>

/** Name and value, one a line. */
export function Facts({ source, executions }: { source: Source; executions: string }) {
  const { config } = useConfig()
  const { t, locale } = useWorkflowsTranslation()
  const { execution, node, model, provider, tokensIn, tokensOut, cost, approved } = source
  const path = `/collections/${executions}/${encodeURIComponent(execution.id)}` as const
  const href = formatAdminURL({ adminRoute: config.routes.admin, path })
  const count = (value: number) => new Intl.NumberFormat(locale).format(value)
  const modelName = model ?? '–'
  return (
    <dl className="workflows-provenance__facts">
      <Fact name={t('provenance:run')}>
        <Link href={href} prefetch={false}>
          {execution.templateName}
        </Link>
      </Fact>
      <Fact name={t('provenance:node')}>
        {node.total > 1
          ? t('provenance:item', { label: node.label, index: node.index + 1, total: node.total })
          : node.label}
      </Fact>
      <Fact name={t('provenance:model')}>
        {provider?.isDemo ? t('provenance:demo', { model: modelName }) : modelName}
      </Fact>
      <Fact
        name={t('provenance:tokens')}
        title={t('provenance:tokensOf', {
          tokensIn: count(tokensIn),
          tokensOut: count(tokensOut),
        })}
      >
        {count(tokensIn + tokensOut)}
      </Fact>
      <Fact name={t('provenance:cost')}>{formatMoney({ amount: cost, locale })}</Fact>
      {source.launchedBy ? (
        <Fact name={t('provenance:launchedBy')}>{source.launchedBy}</Fact>
      ) : null}
      {approved ? (
        <Fact name={t('provenance:approvedBy')} title={fullDate({ date: approved.at, locale })}>
          {approved.name ?? t('provenance:approvedByClock')}
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <div className="workflows-provenance__fact">
      <dt>{name}</dt>
      <dd title={title}>{children}</dd>
    </div>
  )
}
