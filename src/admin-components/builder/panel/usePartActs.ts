'use client'

import type { Selection } from '../store/types.js'

import { useBuilder } from '../context.js'
import { duplicateParts, removeParts } from '../edits/index.js'

const NOTHING: Selection = { nodes: [], edges: [], notes: [] }

/** Duplicating and deleting, as the canvas does it by keys. */
export function usePartActs(): {
  duplicate: (parts: Selection) => void
  remove: (parts: Selection) => void
} {
  const { store, specs } = useBuilder()
  return {
    duplicate: (selection) => {
      const { document } = store.getState()
      const made = duplicateParts({ document, specs, selection })
      if (made) store.apply(made.edit, { select: made.select })
    },
    remove: (parts) => store.apply(removeParts({ ...parts, specs }), { select: NOTHING }),
  }
}
