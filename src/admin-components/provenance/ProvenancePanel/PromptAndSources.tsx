'use client'

import type { Provenance } from '../../../client/types.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Folded away until somebody wants to know. Text as text: it comes from people, documents and models. */
export function PromptAndSources({ source }: { source: NonNullable<Provenance['source']> }) {
  const { t } = useWorkflowsTranslation()
  const { prompt, systemPrompt, sources } = source
  if (!prompt && !systemPrompt && sources.length === 0) return null
  return (
    <details className="workflows-provenance__more">
      <summary>
        {t('provenance:prompt')}
        <Icon name="chevron-down" />
      </summary>
      <div className="workflows-provenance__texts">
        {prompt ? <Text label={t('provenance:promptLabel')} text={prompt} /> : null}
        {systemPrompt ? <Text label={t('provenance:systemLabel')} text={systemPrompt} /> : null}
        <p className="workflows-provenance__label">{t('provenance:sourcesLabel')}</p>
        {sources.length > 0 ? (
          <ul className="workflows-provenance__sources">
            {sources.map((title, at) => (
              <li key={at}>{title}</li>
            ))}
          </ul>
        ) : (
          <p>{t('provenance:noSources')}</p>
        )}
      </div>
    </details>
  )
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <>
      <p className="workflows-provenance__label">{label}</p>
      <p className="workflows-provenance__text" tabIndex={0}>
        {text}
      </p>
    </>
  )
}
