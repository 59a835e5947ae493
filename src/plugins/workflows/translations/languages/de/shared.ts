import type { Words } from '../../types.js'

export const sharedWords: Words['shared'] = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  codeCopied: 'Code kopiert',
  copyCode: 'Code {{code}} kopieren',
  tryAgain: 'Erneut versuchen',
  undo: 'Rückgängig',
}
