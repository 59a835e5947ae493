'use client'

import { use, useMemo } from 'react'

import type { JsonObject } from '../../../../plugins/workflows/graph/types.js'

import { Icon } from '../../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { RunDataContext } from '../data/panelData.js'
import { renderPreview } from './renderPreview.js'

/** The prompt filled in: with the last test run, else with samples. */
export function PromptPreview({ template, scope }: { template: string; scope: JsonObject }) {
  const { t } = useWorkflowsTranslation()
  const run = use(RunDataContext)
  const shown = useMemo(() => renderPreview({ template, scope }), [template, scope])
  return (
    <div aria-live="polite" className="workflows-prompt__preview" tabIndex={0}>
      <p className="workflows-prompt__with">{t(run ? 'panel:withLastRun' : 'panel:withSamples')}</p>
      {'error' in shown ? (
        <p className="workflows-field__error">
          <Icon name="warn" />
          <span>{t('panel:previewFailed', { reason: shown.error })}</span>
        </p>
      ) : (
        <div dir="auto">{shown.text.trim() === '' ? t('panel:previewEmpty') : shown.text}</div>
      )}
    </div>
  )
}
