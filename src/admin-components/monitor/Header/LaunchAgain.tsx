'use client'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'
import type { MonitorProps } from '../types.js'

import { useWorkflowsIfAny } from '../../active-workflows/context.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'

/** The launch dialog, filled in as it was for this execution. What runs then is the template of today. */
export function LaunchAgain({
  detail: { params, project, template, test },
  props: { context },
  refusal,
}: {
  detail: ExecutionDetail
  props: Pick<MonitorProps, 'context'>
  refusal: string | null
}) {
  const { t } = useWorkflowsTranslation()
  const workflows = useWorkflowsIfAny()
  const { id, name } = template
  if (id === null || !workflows) return null
  return (
    <ActionButton
      icon="redo"
      onClick={() =>
        workflows.launch({ id, name, mayLaunch: true, again: { params, project, context, test } })
      }
      reason={refusal}
    >
      {t('monitor:launchAgain')}
    </ActionButton>
  )
}
