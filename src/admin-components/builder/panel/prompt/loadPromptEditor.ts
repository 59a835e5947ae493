'use client'

import { useEffect, useState } from 'react'

type Editor = typeof import('./PromptEditor.js').PromptEditor

let loaded: Editor | null = null

/** Heavy, so not in what every page of the admin loads. A refused download is tried again by the next one. */
const load = async (): Promise<Editor> => {
  const { PromptEditor } = await import('./PromptEditor.js')
  loaded = PromptEditor
  return PromptEditor
}

/** Long enough for the canvas to be drawn first. */
const PRELOAD_AFTER_MS = 400

/** Fetches the editor before somebody wants it. */
export function usePreloadedPromptEditor(): void {
  useEffect(() => {
    // Whoever wants it says what went wrong.
    const timer = setTimeout(() => void load().catch(() => undefined), PRELOAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
}

/**
 * The editor once it is wanted and there; in the same moment when it is loaded already, which `React.lazy`
 * is not.
 */
export function usePromptEditor(isWanted: boolean): { Editor: Editor | null; failure?: Error } {
  const [found, setFound] = useState<{ editor: Editor } | { failure: Error } | null>(null)
  useEffect(() => {
    if (!isWanted || loaded) return
    let isHere = true
    load().then(
      (editor) => isHere && setFound({ editor }),
      (reason: unknown) => isHere && setFound({ failure: new Error(String(reason)) }),
    )
    return () => {
      isHere = false
    }
  }, [isWanted])
  if (!isWanted) return { Editor: null }
  if (found && 'failure' in found) return { Editor: loaded, failure: found.failure }
  return { Editor: found?.editor ?? loaded }
}
