'use client'

import { useState } from 'react'

import type { JsonValue } from '../../../../plugins/workflows/graph/types.js'
import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'

/** Whatever else a host's node takes: as JSON. What is no JSON yet is not stored. */
export function JsonControl({ frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  const stored = value === undefined ? '' : JSON.stringify(value, null, 2)
  const read = draft === null ? null : parse(draft)
  const isBroken = draft !== null && draft.trim() !== '' && read === null
  const broken = isBroken ? [{ message: t('panel:noJson'), rest: '' }] : []
  const known = { ...frame, problems: [...broken, ...(frame.problems ?? [])] }
  const isTyping =
    draft !== null && (isBroken || JSON.stringify(read?.value) === JSON.stringify(value))
  return (
    <FieldFrame {...known}>
      <textarea
        {...ariaOf(known)}
        className="workflows-control workflows-control--code"
        onBlur={() => isBroken || setDraft(null)}
        onChange={({ target }) => {
          setDraft(target.value)
          const next = parse(target.value)
          if (target.value.trim() === '') onChange(undefined)
          else if (next) onChange(next.value)
        }}
        readOnly={readOnly}
        rows={5}
        spellCheck={false}
        value={isTyping ? draft : stored}
      />
    </FieldFrame>
  )
}

function parse(text: string): { value: JsonValue } | null {
  try {
    return { value: JSON.parse(text) as JsonValue }
  } catch {
    return null
  }
}
