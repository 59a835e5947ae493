'use client'

import { Button } from '@payloadcms/ui'

import { Dialog } from '../../shared/Dialog/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** The browser's Back was pressed with unsaved work. Payload's own question is for links only. */
export function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const { t } = useWorkflowsTranslation()
  return (
    <Dialog
      footer={
        <>
          <Button buttonStyle="secondary" margin={false} onClick={onLeave} type="button">
            {t('frame:leave')}
          </Button>
          <Button
            extraButtonProps={{ 'data-autofocus': true }}
            margin={false}
            onClick={onStay}
            type="button"
          >
            {t('frame:stay')}
          </Button>
        </>
      }
      onClose={onStay}
      title={t('frame:leaveTitle')}
      width={480}
    >
      <p className="workflows-builder__leave">{t('frame:leaveText')}</p>
    </Dialog>
  )
}
