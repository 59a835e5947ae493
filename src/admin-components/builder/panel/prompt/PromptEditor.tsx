'use client'

import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import {
  Annotation,
  Compartment,
  EditorState,
  Transaction,
  type Extension,
} from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type Ref,
} from 'react'

import { compareLines, completePrompt } from './completePrompt.js'
import { completionParts } from './completionLine.js'
import { openChip } from './openChip.js'
import { placePicker } from './placePicker.js'
import { promptDecorations } from './promptDecorations.js'
import { promptFacts, setPromptFacts, type PromptFacts } from './promptFacts.js'
import { promptTheme } from './promptTheme.js'

export interface PromptEditorHandle {
  /** Opens the picker at the cursor, as typing `{{` does. */
  pick: () => void
}

/** Offsets in the text. */
export interface Selected {
  from: number
  to: number
}

export interface PromptEditorProps {
  value: string
  facts: PromptFacts
  readOnly: boolean
  hint: string
  /** Id, name and description, for screen readers. */
  attributes: Record<string, string>
  /** What to do as soon as it is there. */
  start?: 'focus' | 'pick' | undefined
  /** Where the cursor was in the field that it takes the place of. */
  selection?: Selected | undefined
  onChange: (value: string) => void
  ref: Ref<PromptEditorHandle>
}

/** A change that came from outside: of an undo, of somebody who renamed an input. */
const fromOutside = Annotation.define<boolean>()

/** What is the same for all prompts, made once. */
const SHARED: Extension = [
  history(),
  drawSelection(),
  EditorView.lineWrapping,
  EditorState.allowMultipleSelections.of(false),
  promptDecorations,
  promptTheme,
  autocompletion({
    override: [completePrompt],
    icons: false,
    compareCompletions: compareLines,
    addToOptions: completionParts,
    tooltipClass: () => 'workflows-picker',
    interactionDelay: 0,
  }),
  placePicker,
  keymap.of([
    // Stops here: the same key closes the panel.
    { key: 'Escape', run: closeCompletion, stopPropagation: true },
    { key: 'F2', run: openChip },
    { key: 'Alt-Enter', run: openChip },
    ...completionKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]),
]

/** CodeMirror for one prompt. Text goes in and out as it is; chips are only how it is drawn. */
export function PromptEditor({
  value,
  facts,
  readOnly,
  hint,
  attributes,
  start: first,
  selection,
  onChange,
  ref,
}: PromptEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | null>(null)
  const settings = useRef(new Compartment())
  const changed = useEffectEvent(onChange)
  const start = useEffectEvent(() => ({
    ...{ value, facts, hint, first, selection },
    settings: configure(),
  }))
  const configure = () => [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      ...attributes,
      spellcheck: 'true',
      ...(readOnly && { 'aria-readonly': 'true', tabindex: '0' }),
    }),
  ]
  const settingsKey = JSON.stringify([readOnly, attributes])

  // Before it is painted: a key between the plain field's end and this would be lost.
  useLayoutEffect(() => {
    const initial = start()
    const view = new EditorView({
      parent: place.current ?? undefined,
      state: EditorState.create({
        doc: initial.value,
        ...(initial.selection && {
          selection: { anchor: initial.selection.from, head: initial.selection.to },
        }),
        extensions: [
          promptFacts(initial.facts),
          settings.current.of(initial.settings),
          placeholder(initial.hint),
          SHARED,
          // Here, because there is no document where this module is only loaded.
          tooltips({ parent: document.body, position: 'fixed', tooltipSpace: spaceOf }),
          EditorView.updateListener.of((update) => {
            const isOurs = update.transactions.some((one) => one.annotation(fromOutside))
            if (update.docChanged && !isOurs) changed(update.state.doc.toString())
          }),
        ],
      }),
    })
    editor.current = view
    if (initial.first === 'focus') view.focus()
    // After the first round of changes from outside, which would close the list.
    const frame = requestAnimationFrame(() => {
      if (initial.first === 'pick') openPicker(view)
    })
    return () => {
      cancelAnimationFrame(frame)
      editor.current = null
      view.destroy()
    }
  }, [])

  useEffect(() => {
    const view = editor.current
    if (!view || view.state.doc.toString() === value) return
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: value },
      annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
    })
  }, [value])

  useEffect(() => {
    editor.current?.dispatch({ effects: setPromptFacts.of(facts) })
  }, [facts])

  const reconfigure = useEffectEvent(() => settings.current.reconfigure(configure()))
  useEffect(() => {
    editor.current?.dispatch({ effects: reconfigure() })
  }, [settingsKey])

  useImperativeHandle(ref, () => ({
    pick: () => {
      if (editor.current) openPicker(editor.current)
    },
  }))

  return <div className="workflows-prompt__editor" ref={place} />
}

/** As wide as the field, and as high as the window: the list opens below the line that is typed. */
function spaceOf(view: EditorView): { top: number; left: number; bottom: number; right: number } {
  const { left, right } = view.dom.getBoundingClientRect()
  return { top: 0, left, right: Math.max(right, left + 320), bottom: window.innerHeight }
}

/** At the cursor; at the end for somebody who was not in the text yet. */
function openPicker(view: EditorView): void {
  const { doc, selection } = view.state
  const isNew = !view.hasFocus && selection.main.to === 0
  view.focus()
  if (isNew) view.dispatch({ selection: { anchor: doc.length } })
  view.dispatch(view.state.replaceSelection('{{'), { userEvent: 'input.type' })
  startCompletion(view)
}
