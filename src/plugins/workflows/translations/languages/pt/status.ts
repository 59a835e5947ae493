import type { Words } from '../../types.js'

export const statusWords: Words['status'] = {
  cancelled: 'Cancelado',
  completed: 'Concluído',
  failed: 'Falhou',
  paused: 'Em pausa',
  pending: 'Pendente',
  running: 'Em execução',
  skipped: 'Ignorado',
  stopped: 'Parado',
  waiting: 'À espera',
}
