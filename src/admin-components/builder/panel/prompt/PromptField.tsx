'use client'

import { useState, type Ref } from 'react'

import type { PromptEditorHandle, PromptEditorProps } from './PromptEditor.js'

import { usePromptEditor } from './loadPromptEditor.js'
import { PromptText } from './PromptText.js'

/** What one wants of the field: to read it, an editor at hand, to write, or to choose a variable. */
type Want = 'editor' | 'focus' | 'pick' | 'text'

/** The text of a prompt; its editor is made when somebody comes near. */
export function PromptField({
  isPicking,
  ref,
  ...props
}: Omit<PromptEditorProps, 'ref' | 'start'> & {
  /** Somebody asked for the picker before there was an editor. */
  isPicking: boolean
  ref: Ref<PromptEditorHandle>
}) {
  const [want, setWant] = useState<Want>('text')
  const start = isPicking ? 'pick' : want
  const Editor = usePromptEditor(start !== 'text')
  if (Editor) {
    return (
      <Editor
        {...props}
        ref={ref}
        start={start === 'pick' || start === 'focus' ? start : undefined}
      />
    )
  }
  return (
    <PromptText
      {...props}
      // It left before the editor came, which must not call it back.
      onBlur={() => setWant('editor')}
      onFocus={() => setWant('focus')}
      onPoint={() => setWant((known) => (known === 'focus' ? known : 'editor'))}
    />
  )
}
