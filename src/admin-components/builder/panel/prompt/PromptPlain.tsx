'use client'

import { useEffect, useRef } from 'react'

import type { Selected } from './PromptEditor.js'

/**
 * Where somebody writes while the editor is still on its way, or cannot be had: what is typed meanwhile must
 * not be lost. The editor takes over with the text and the cursor.
 */
export function PromptPlain({
  value,
  hint,
  readOnly,
  attributes,
  onChange,
  onSelect,
  onCompose,
  onBlur,
}: {
  value: string
  hint: string
  readOnly: boolean
  attributes: Record<string, string>
  onChange: (value: string) => void
  onSelect: (selection: Selected) => void
  /** An input method is in the middle of a word: to take the field away would end it. */
  onCompose: (isComposing: boolean) => void
  onBlur: () => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <textarea
      {...attributes}
      className="workflows-prompt__text workflows-prompt__text--plain"
      onBlur={onBlur}
      onChange={({ target }) => {
        // With the text, because the editor may come before the browser says that the cursor has moved.
        onSelect({ from: target.selectionStart, to: target.selectionEnd })
        onChange(target.value)
      }}
      onCompositionEnd={() => onCompose(false)}
      onCompositionStart={() => onCompose(true)}
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
        onSelect({ from: selectionStart, to: selectionEnd })
      }
      placeholder={hint}
      readOnly={readOnly}
      ref={field}
      spellCheck
      value={value}
    />
  )
}
