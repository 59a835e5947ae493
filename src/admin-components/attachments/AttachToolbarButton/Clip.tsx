'use client'

import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './index.css'

export function Clip({ onClick }: { onClick: () => void }) {
  const { t } = useWorkflowsTranslation()
  return (
    <IconButton
      aria-haspopup="dialog"
      className="workflows-attach-button"
      icon="clip"
      label={t('attachments:attachToDocument')}
      onClick={onClick}
      tone="bordered"
    />
  )
}
