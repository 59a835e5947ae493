'use client'

import { Button, useFormFields } from '@payloadcms/ui'

import { useTemplateActions } from '../../gallery/useTemplateActions.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../context.js'

/** Why nothing can be changed here, and the way to a copy that can. */
export function ReadOnlyNote() {
  const { t } = useWorkflowsTranslation()
  const { templateId } = useBuilder()
  const readOnly = useBuilderState((state) => state.readOnly)
  const isSystem = useFormFields(([fields]) => fields?.isSystem?.value === true)
  const name = useFormFields(([fields]) => fields?.name?.value)
  const { clone, isBusy } = useTemplateActions({
    id: templateId ?? '',
    name: typeof name === 'string' ? name : '',
    mayLaunch: false,
  })
  if (!readOnly) return null
  return (
    <div className="workflows-panel__lock">
      <Icon name="lock" />
      <div>
        <p>{t(isSystem ? 'panel:systemTemplate' : 'panel:readOnly')}</p>
        {templateId === undefined ? null : (
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            margin={false}
            onClick={() => void clone()}
            size="small"
            type="button"
          >
            {t('panel:clone')}
          </Button>
        )}
      </div>
    </div>
  )
}
