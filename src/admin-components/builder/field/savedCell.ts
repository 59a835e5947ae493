import type { BuilderDocument, BuilderStore } from '../store/types.js'

import { isSameDocument } from './documentParts.js'

/** What the server has, as far as this page knows; several parts of a sitting ask. */
export interface SavedCell {
  get: () => BuilderDocument
  set: (document: BuilderDocument) => void
  /** Whether there are edits that the server does not have. Undoing them ends it. */
  isDirty: (store: BuilderStore) => boolean
}

export function createSavedCell(start: BuilderDocument): SavedCell {
  let saved = start
  return {
    get: () => saved,
    set: (document) => {
      saved = document
    },
    isDirty: (store) => !isSameDocument(store.getState().document, saved),
  }
}
