'use client'

import { Button } from '@payloadcms/ui'

import { Dialog } from '../../shared/Dialog/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Asks before everything of a workflow is gone. */
export function DeleteDialog({
  name,
  onDelete,
  onClose,
}: {
  name: string
  onDelete: () => void
  onClose: () => void
}) {
  const { t } = useWorkflowsTranslation()
  return (
    <Dialog
      footer={
        <>
          <span className="workflows-toolbar__space" />
          <Button buttonStyle="secondary" margin={false} onClick={onClose} type="button">
            {t('toolbar:keep')}
          </Button>
          <Button
            buttonStyle="secondary"
            className="workflows-danger"
            margin={false}
            onClick={() => {
              onClose()
              onDelete()
            }}
            type="button"
          >
            {t('toolbar:deleteYes')}
          </Button>
        </>
      }
      onClose={onClose}
      title={t('toolbar:askDelete', { name })}
      width={480}
    >
      <p className="workflows-toolbar__ask">{t('toolbar:deleteMeans')}</p>
    </Dialog>
  )
}
