export const executionsWords = {
  all: 'Alle',
  failed: 'Fehlgeschlagen',
  filters: 'Gespeicherte Filter',
  mine: 'Meine',
  running: 'Läuft',
  waiting: 'Wartet auf Sie',
}
