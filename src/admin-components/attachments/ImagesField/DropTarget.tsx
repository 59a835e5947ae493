'use client'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Where files can be dropped; pressed, it asks for them. The whole field takes the drop. */
export function DropTarget({ isEmpty, onClick }: { isEmpty: boolean; onClick: () => void }) {
  const { t } = useWorkflowsTranslation()
  const empty = isEmpty ? ' workflows-images__drop--empty' : ''
  return (
    <button className={`workflows-images__drop${empty}`} onClick={onClick} type="button">
      <Icon name="upload" size={20} />
      {isEmpty ? (
        <span>
          <span className="workflows-images__drop-title">{t('attachments:emptyTitle')}</span>
          <br />
          <DropWords drop={t('attachments:emptyDrop')} touch={t('attachments:emptyTouch')} />
        </span>
      ) : (
        <DropWords drop={t('attachments:dropHere')} touch={t('attachments:uploadTab')} />
      )}
    </button>
  )
}

/** With a finger nothing is dropped: there the other words show. */
function DropWords({ drop, touch }: { drop: string; touch: string }) {
  return (
    <>
      <span className="workflows-images__by-mouse">{drop}</span>
      <span className="workflows-images__by-touch">{touch}</span>
    </>
  )
}
