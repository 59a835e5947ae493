'use client'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** The sentence with its keys drawn as keys, wherever a language puts them. */
export function ReorderHint() {
  const { t } = useWorkflowsTranslation()
  const [before, after] = t('attachments:reorderHint').split('{{keys}}')
  return (
    <p className="workflows-images__note workflows-images__hint">
      <span>
        {before}
        <kbd className="workflows-kbd">{t('attachments:keyAlt')}</kbd>
        <kbd className="workflows-kbd">→</kbd>
        {after}
      </span>
    </p>
  )
}
