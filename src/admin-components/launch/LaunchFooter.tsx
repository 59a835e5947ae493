'use client'

import { Button } from '@payloadcms/ui'

import type { ApiIssue } from '../../client/WorkflowsApiError.js'
import type { TemplateInput } from '../../client/types.js'

import { Icon } from '../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

/** What keeps it from being launched, in one line; then the buttons. */
export function LaunchFooter({
  canLaunch,
  inputs,
  issues,
  problem,
  isBusy,
  isUploading,
  onShow,
  onClose,
}: {
  canLaunch: boolean
  inputs: readonly TemplateInput[]
  issues: readonly ApiIssue[]
  /** What no field is to blame for. */
  problem: string | null
  isBusy: boolean
  isUploading: boolean
  onShow: (path: string) => void
  onClose: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const fields: Record<string, string> = {
    project: t('launch:project'),
    'contextDocuments.ids': t('launch:context'),
    referenceFiles: t('launch:files'),
  }
  const labelOf = (path: string): string | undefined =>
    fields[path] ?? inputs.find(({ name }) => `params.${name}` === path)?.label
  const shown = [...new Set(issues.flatMap(({ path }) => (path && labelOf(path) ? [path] : [])))]
  const [first] = shown
  return (
    <footer className="workflows-dialog__footer">
      <div aria-live="polite" className="workflows-launch__problem">
        {!canLaunch ? (
          <p className="workflows-launch__why">
            <Icon name="lock" />
            {t('launch:viewer')}
          </p>
        ) : first ? (
          <p>
            <Icon name="warn" />
            {t('launch:needsAttention', { count: shown.length })}{' '}
            <button onClick={() => onShow(first)} type="button">
              {labelOf(first)}
            </button>
          </p>
        ) : problem ? (
          <p>
            <Icon name="warn" />
            {problem}
          </p>
        ) : isUploading ? (
          <p className="workflows-launch__why">{t('launch:stillUploading')}</p>
        ) : null}
      </div>
      <Button buttonStyle="secondary" margin={false} onClick={onClose}>
        {t('shared:cancel')}
      </Button>
      {canLaunch ? (
        <Button disabled={isBusy || isUploading} margin={false} type="submit">
          <span className="workflows-launch__button">
            <Icon
              className={isBusy ? 'workflows-launch__spinner' : ''}
              name={isBusy ? 'ring' : 'play'}
            />
            {isBusy ? t('launch:launching') : t('launch:launch')}
          </span>
        </Button>
      ) : null}
    </footer>
  )
}
