/** Opens the dialog of one Images field on the screen. */
export type OpenDialog = () => void

/** By document; the last is on top: a drawer may show the document of the page again. */
const openers = new Map<string, OpenDialog[]>()
const listeners = new Set<() => void>()

const tell = () => listeners.forEach((listener) => listener())

/**
 * The document's toolbar and its Images field have no component in common but Payload's: the field lends its
 * dialog to the toolbar for as long as something may be attached. Answers how to take it back.
 */
export function lendDialog(document: string, open: OpenDialog): () => void {
  openers.set(document, [...(openers.get(document) ?? []), open])
  tell()
  return () => {
    const others = (openers.get(document) ?? []).filter((known) => known !== open)
    if (others.length > 0) openers.set(document, others)
    else openers.delete(document)
    tell()
  }
}

/** Undefined where nothing may be attached: not saved yet, full, not to be changed, or in another tab. */
export const openerOf = (document: string): OpenDialog | undefined => openers.get(document)?.at(-1)

export function watchOpeners(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
