'use client'

import { Button } from '@payloadcms/ui'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './index.css'

/** Label, how many of how many, and the one button of the field. */
export function FieldHeader({
  count,
  onAttach,
  buttonRef,
}: {
  count?: { attached: number; limit: number }
  /** Absent where nothing may be attached. */
  onAttach?: () => void
  buttonRef?: React.RefObject<HTMLButtonElement | null>
}) {
  const { t } = useWorkflowsTranslation()
  const isFull = count !== undefined && count.attached >= count.limit
  return (
    <div className="workflows-images__header">
      <p className="workflows-images__label">
        {t('attachments:images')}
        {count && count.attached > 0 ? (
          <bdi className="workflows-images__count">{t('attachments:countOfLimit', count)}</bdi>
        ) : null}
      </p>
      {onAttach ? (
        <Button
          buttonStyle="secondary"
          className="workflows-images__attach"
          disabled={isFull}
          extraButtonProps={
            isFull ? { title: t('attachments:noRoom', { limit: count.limit }) } : undefined
          }
          icon={<Icon name="plus" />}
          iconPosition="left"
          margin={false}
          onClick={onAttach}
          ref={buttonRef}
          size="small"
        >
          {t('attachments:attachImages')}
        </Button>
      ) : null}
    </div>
  )
}
