import type { Words } from '../../types.js'

export const statusWords: Words['status'] = {
  cancelled: 'Abgebrochen',
  completed: 'Fertig',
  failed: 'Fehlgeschlagen',
  paused: 'Pausiert',
  pending: 'Ausstehend',
  running: 'Läuft',
  skipped: 'Übersprungen',
  stopped: 'Gestoppt',
  waiting: 'Wartet',
}
