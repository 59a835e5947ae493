export const executionsWords = {
  all: 'Todas',
  failed: 'Falharam',
  filters: 'Filtros guardados',
  mine: 'Minhas',
  running: 'Em execução',
  waiting: 'À sua espera',
}
