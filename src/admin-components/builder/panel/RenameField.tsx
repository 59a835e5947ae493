'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { Phrase } from '../../../plugins/workflows/graph/sentence.js'

import { useSayProblem } from '../useSayProblem.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ariaOf, FieldFrame } from './form/FieldFrame.js'

/**
 * A name that other things refer to. It changes when it is finished, not with each key: half a name may be
 * somebody else's, and references would follow to the wrong one.
 */
export function RenameField({
  id,
  label,
  help,
  value,
  problems,
  readOnly,
  check,
  onRename,
}: {
  id: string
  label: string
  help?: string
  value: string
  problems?: readonly string[]
  readOnly: boolean
  /** Why it cannot be called that, as a sentence; null when it can. */
  check: (name: string) => Phrase | null
  onRename: (name: string) => void
}) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayProblem()
  const [draft, setDraft] = useState<string | null>(null)
  const refusal = draft === null ? null : check(draft)
  const messages =
    refusal === null ? (draft === null ? (problems ?? []) : []) : [sayProblem(refusal)]
  const frame = {
    id,
    label,
    help,
    problems: messages.map((message) => ({ message, rest: '' })),
  }
  const finish = () => {
    if (draft === null || refusal !== null) return
    if (draft !== value) onRename(draft)
    setDraft(null)
  }
  return (
    <FieldFrame {...frame}>
      <div className="workflows-rename">
        <input
          {...ariaOf(frame)}
          autoComplete="off"
          className="workflows-control workflows-control--code"
          onBlur={finish}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              finish()
            } else if (event.key === 'Escape' && draft !== null) {
              event.stopPropagation()
              setDraft(null)
            }
          }}
          readOnly={readOnly}
          spellCheck={false}
          type="text"
          value={draft ?? value}
        />
        {draft !== null && draft !== value ? (
          <Button
            buttonStyle="secondary"
            disabled={refusal !== null}
            margin={false}
            onClick={finish}
            size="small"
            type="button"
          >
            {t('panel:rename')}
          </Button>
        ) : null}
      </div>
    </FieldFrame>
  )
}
