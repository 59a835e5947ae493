'use client'

import { useEffect } from 'react'

import { LiveRegion } from '../../../shared/LiveRegion/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { useCell } from '../session/cell.js'
import { say, useSession } from '../session/session.js'
import { describeChange } from './describeChange.js'

/** Tells screen readers what every edit did, wherever it was made. */
export function Announcer() {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const session = useSession()
  const { text, nonce } = useCell(session.said)
  useEffect(() => {
    let before = store.getState()
    return store.subscribe(() => {
      const after = store.getState()
      if (after.revision === before.revision) return
      const change = describeChange({ before: before.document.graph, after: after.document.graph })
      const words = change && t(change.key, change.variables)
      before = after
      const how =
        after.changedBy === 'undo'
          ? t('builder:undone')
          : after.changedBy === 'redo'
            ? t('builder:redone')
            : null
      const sentence = [how, words].filter(Boolean).join(' ')
      if (sentence) say(session, sentence)
    })
  }, [store, session, t])
  return <LiveRegion nonce={nonce} text={text} />
}
