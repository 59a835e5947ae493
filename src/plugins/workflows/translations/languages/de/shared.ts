import type { Words } from '../../types.js'

export const sharedWords: Words['shared'] = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  codeCopied: 'Code kopiert',
  copyCode: 'Code {{code}} kopieren',
  reload: 'Seite neu laden',
  tryAgain: 'Erneut versuchen',
  undo: 'Rückgängig',
}
