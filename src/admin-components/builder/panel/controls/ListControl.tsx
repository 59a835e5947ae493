'use client'

import { useState } from 'react'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

/** Texts of a host's node, one a line. */
export function ListControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  const lines = Array.isArray(value) ? value.map(textOf) : []
  const known = { ...frame, help: frame.help ?? t('panel:onePerLine') }
  // An empty last line is a line that is about to be typed.
  const shown = draft !== null && same(readLines(draft), lines) ? draft : lines.join('\n')
  return (
    <FieldFrame {...known}>
      <textarea
        {...ariaOf(known)}
        className="workflows-control"
        dir="auto"
        onChange={({ target }) => {
          setDraft(target.value)
          const next = readLines(target.value)
          onChange(next.length === 0 && !field.required ? undefined : next)
        }}
        placeholder={field.placeholder}
        readOnly={readOnly}
        rows={3}
        value={shown}
      />
    </FieldFrame>
  )
}

const readLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, at) => line === b[at])
