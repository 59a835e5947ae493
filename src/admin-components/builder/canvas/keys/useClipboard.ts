'use client'

import { useMemo } from 'react'

import type { BuilderHandle } from '../../context.js'
import type { CanvasSession, Point } from '../session/session.js'

import { useSayProblem } from '../../useSayProblem.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { copyParts, duplicateParts, pasteParts, removeParts } from '../../edits/index.js'
import { say, useSession } from '../session/session.js'

/** What was copied last in this tab, for where the browser gives no clipboard. */
let remembered = ''

export interface ClipboardActs {
  /** @returns the text for the clipboard, or null when nothing is selected. */
  copy: () => string | null
  cut: () => string | null
  paste: (text: string) => void
  duplicate: () => void
}

/** Copying goes by JSON, so that it reaches other templates, other tabs and other people. */
export function useClipboard(): ClipboardActs {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayProblem()
  const handle = useBuilder()
  const session = useSession()
  return useMemo(() => {
    const { store, specs } = handle
    const copy = () => {
      const { document, selection } = store.getState()
      const parts = copyParts({ document, selection })
      if (!parts) return null
      remembered = JSON.stringify(parts)
      say(session, t('builder:copied', { count: parts.nodes.length + parts.notes.length }))
      return remembered
    }
    const refuse = (text: string) => {
      session.refusal.set({ text, at: session.pointer.get() ?? middleOf(session) })
      say(session, text)
    }
    return {
      copy,
      cut: () => {
        const text = copy()
        if (text !== null) store.apply(removeParts({ ...store.getState().selection, specs }))
        return text
      },
      paste: (text) => {
        if (store.getState().readOnly) return
        const { document } = store.getState()
        const at = pastePlace({ handle, session })
        const data = text === '' ? remembered : text
        const answer = pasteParts({ document, specs, data, ...(at && { at }) })
        if (answer.ok) store.apply(answer.edit, { select: answer.select })
        else {
          const [problem] = answer.problems
          refuse(problem ? sayProblem(problem) : t('builder:cannotPaste'))
        }
      },
      duplicate: () => {
        const { document, selection } = store.getState()
        const answer = duplicateParts({ document, specs, selection })
        if (answer) store.apply(answer.edit, { select: answer.select })
      },
    }
  }, [handle, session, t, sayProblem])
}

/** Under the pointer; by keyboard beside where it was copied, unless that is elsewhere. */
function pastePlace({
  handle,
  session,
}: {
  handle: BuilderHandle
  session: CanvasSession
}): Point | undefined {
  const pointer = session.pointer.get()
  if (pointer) return session.toFlow.get()?.(pointer)
  return handle.canvas.current?.middle()
}

const middleOf = (session: CanvasSession): Point =>
  session.pointer.get() ?? { x: window.innerWidth / 2, y: window.innerHeight / 2 }
