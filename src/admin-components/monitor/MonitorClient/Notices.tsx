'use client'

import type { ConnectionState } from '../../../client/events/types.js'
import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

const START = 'npx payload workflows:work'

/** What one should know before looking further. */
export function Notices({
  detail,
  noWorker,
  connection,
  refusal,
}: {
  detail: ExecutionDetail
  noWorker: boolean
  connection: ConnectionState
  refusal: string | null
}) {
  const { t } = useWorkflowsTranslation()
  return (
    <>
      {noWorker ? (
        <p className="workflows-notice workflows-notice--warn" role="status">
          <Icon name="warn" />
          <span>
            {t('monitor:noWorker')} <code>{START}</code>
          </span>
        </p>
      ) : null}
      {refusal && detail.allowed.length > 0 ? (
        <p className="workflows-notice">
          <Icon name="lock" />
          <span>{refusal}</span>
        </p>
      ) : null}
      {connection === 'offline' ? (
        <p className="workflows-notice workflows-notice--warn" role="status">
          <Icon name="warn" />
          <span>{t('monitor:offline')}</span>
        </p>
      ) : null}
      {connection === 'polling' ? (
        <p className="workflows-notice">
          <Icon name="info" />
          <span>{t('monitor:polling')}</span>
        </p>
      ) : null}
    </>
  )
}
