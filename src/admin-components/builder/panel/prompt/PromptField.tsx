'use client'

import { useState, type Ref } from 'react'

import type { PromptEditorHandle, PromptEditorProps, Selected } from './PromptEditor.js'

import { usePromptEditor } from './loadPromptEditor.js'
import { PromptPlain } from './PromptPlain.js'
import { PromptText } from './PromptText.js'

/** What one wants of the field: to read it, an editor at hand, to write, or to choose a variable. */
type Want = 'editor' | 'focus' | 'pick' | 'text'

/** The text of a prompt; its editor is made when somebody comes near. */
export function PromptField({
  isPicking,
  ref,
  ...props
}: Omit<PromptEditorProps, 'ref' | 'selection' | 'start'> & {
  /** Somebody asked for the picker before there was an editor. */
  isPicking: boolean
  ref: Ref<PromptEditorHandle>
}) {
  const [want, setWant] = useState<Want>('text')
  const [selection, setSelection] = useState<Selected>()
  const [isComposing, setComposing] = useState(false)
  const start = isPicking ? 'pick' : want
  const { Editor, failure } = usePromptEditor(start !== 'text')
  if (Editor && !isComposing) {
    return (
      <Editor
        {...props}
        ref={ref}
        selection={selection}
        start={start === 'pick' || start === 'focus' ? start : undefined}
      />
    )
  }
  // For the boundary around the field, which says so and offers to try again; writing goes on without.
  if (failure && start === 'pick') throw failure
  // It left before the editor came, which must not call it back.
  const leave = () => setWant('editor')
  if (start === 'focus') {
    return (
      <PromptPlain {...props} onBlur={leave} onCompose={setComposing} onSelect={setSelection} />
    )
  }
  return (
    <PromptText
      {...props}
      onFocus={() => setWant('focus')}
      onPoint={() => setWant((known) => (known === 'focus' ? known : 'editor'))}
    />
  )
}
