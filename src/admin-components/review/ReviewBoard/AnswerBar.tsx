'use client'

import { Button } from '@payloadcms/ui'

import type { useReview } from '../useReview.js'

import { ActionButton } from '../../monitor/ActionButton.js'
import { Dialog } from '../../shared/Dialog/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** The outcome in words, and the two answers. */
export function AnswerBar({
  review: { chosen, comment, setComment, answer, busy },
  total,
  may,
  reason,
  rejecting,
  onRejecting,
}: {
  review: ReturnType<typeof useReview>
  total: number
  may: boolean
  reason: string | null
  rejecting: boolean
  onRejecting: (open: boolean) => void
}) {
  const { t } = useWorkflowsTranslation()
  const on = chosen.length
  const reject = () => {
    onRejecting(false)
    void answer('reject')
  }
  return (
    <footer className="workflows-review__bar">
      <div className="workflows-review__comment">
        <Icon name="chat" />
        <input
          aria-label={t('review:comment')}
          disabled={!may}
          maxLength={5_000}
          onChange={(event) => setComment(event.target.value)}
          placeholder={t('review:comment')}
          type="text"
          value={comment}
        />
      </div>
      <span className="workflows-review__outcome">
        {reason ?? t('review:outcome', { on, out: total - on })}
      </span>
      <ActionButton danger disabled={!may} onClick={() => onRejecting(true)} reason={reason}>
        {t('review:reject')} <kbd className="workflows-kbd">R</kbd>
      </ActionButton>
      <ActionButton
        disabled={!may || on === 0}
        icon={busy ? 'ring' : 'check'}
        onClick={() => void answer('approve')}
        reason={reason}
        tone="primary"
      >
        {t('review:approve', { count: on })} <kbd className="workflows-kbd">A</kbd>
      </ActionButton>
      {rejecting ? (
        <Dialog
          footer={
            <>
              <span className="workflows-monitor__grow" />
              <Button buttonStyle="secondary" margin={false} onClick={() => onRejecting(false)}>
                {t('shared:cancel')}
              </Button>
              <Button
                buttonStyle="secondary"
                className="workflows-danger"
                margin={false}
                onClick={reject}
              >
                {t('review:reject')}
              </Button>
            </>
          }
          onClose={() => onRejecting(false)}
          title={t('review:askReject', { count: total })}
          width={480}
        >
          <p className="workflows-monitor__ask">{t('review:lostReject')}</p>
        </Dialog>
      ) : null}
    </footer>
  )
}
