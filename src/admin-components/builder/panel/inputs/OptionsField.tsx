'use client'

import { useState } from 'react'

import type { TemplateInput } from '../../../../plugins/workflows/graph/types.js'
import type { FrameProps } from '../form/FieldFrame.js'

import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { readOptionLines, writeOptionLines } from './inputChanges.js'

/** Choices of a select, one a line: quicker to write, order and paste than rows of boxes. */
export function OptionsField({
  options,
  frame,
  readOnly,
  onChange,
}: {
  options: TemplateInput['options']
  frame: FrameProps
  readOnly: boolean
  onChange: (options: TemplateInput['options']) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const stored = writeOptionLines(options)
  // Spaces and empty lines that are being typed are not options yet.
  const isTyping = draft !== null && writeOptionLines(readOptionLines(draft)) === stored
  return (
    <FieldFrame {...frame} required>
      <textarea
        {...ariaOf({ ...frame, required: true })}
        className="workflows-control"
        dir="auto"
        onChange={({ target }) => {
          setDraft(target.value)
          onChange(readOptionLines(target.value))
        }}
        readOnly={readOnly}
        rows={4}
        value={isTyping ? draft : stored}
      />
    </FieldFrame>
  )
}
