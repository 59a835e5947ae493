'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useId } from 'react'

import type { ProvenanceFieldConfig } from '../../../plugins/workflows/fields/provenanceField.js'

import { NodeTile } from '../../flow/NodeTile/index.js'
import { fullDate } from '../../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useProvenance } from '../useProvenance.js'
import { Facts } from './Facts.js'
import { PromptAndSources } from './PromptAndSources.js'
import './index.css'

/** The card in the sidebar, as in ui/10a: what made this, with what and for how much. */
export function ProvenancePanel({ config }: { config: ProvenanceFieldConfig }) {
  const { id, collectionSlug } = useDocumentInfo()
  const { t, locale } = useWorkflowsTranslation()
  const title = useId()
  const provenance = useProvenance({ collection: collectionSlug, id: id ?? undefined })
  if (!provenance) return null
  const { madeAt, source } = provenance
  return (
    <section aria-labelledby={title} className="field-type workflows-provenance">
      <div className="workflows-provenance__head">
        <NodeTile type={source?.node.type ?? 'generate_copy'} />
        <div>
          <p className="workflows-provenance__title" id={title}>
            {t(source?.execution.test ? 'provenance:madeTest' : 'provenance:made')}
          </p>
          <time className="workflows-provenance__date" dateTime={madeAt}>
            {fullDate({ date: madeAt, locale })}
          </time>
        </div>
      </div>
      {source ? (
        <>
          <Facts executions={config.executions} source={source} />
          <PromptAndSources source={source} />
        </>
      ) : (
        <p className="workflows-provenance__hidden">{t('provenance:hidden')}</p>
      )}
    </section>
  )
}
