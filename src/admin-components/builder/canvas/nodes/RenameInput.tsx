'use client'

import { useEffect, useRef } from 'react'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { setLabel } from '../../edits/index.js'
import { focusElement } from '../parts/focusElement.js'
import { useSession } from '../session/session.js'

/** readNode.ts refuses longer labels. */
const LONGEST_LABEL = 200

/** The label as a field. Enter and leaving it keep what was typed, Escape does not. */
export function RenameInput({ nodeId, label }: { nodeId: string; label: string }) {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const session = useSession()
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const close = ({ isKept, isFocusBack }: { isKept: boolean; isFocusBack: boolean }) => {
    if (isDone.current) return
    isDone.current = true
    const typed = input.current?.value.trim() ?? ''
    if (isKept && typed !== '' && typed !== label) store.apply(setLabel({ nodeId, label: typed }))
    session.renaming.set(null)
    if (isFocusBack) focusElement(nodeId)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Enter would submit Payload's form, and that publishes.
    event.preventDefault()
    close({ isKept: event.key === 'Enter', isFocusBack: true })
  }
  return (
    <input
      aria-label={t('builder:renameNamed', { name: label })}
      className="workflows-step__rename nodrag nopan"
      defaultValue={label}
      maxLength={LONGEST_LABEL}
      onBlur={() => close({ isKept: true, isFocusBack: false })}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      ref={input}
      type="text"
    />
  )
}
