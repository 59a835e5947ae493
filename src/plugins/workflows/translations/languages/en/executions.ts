export const executionsWords = {
  all: 'All',
  failed: 'Failed',
  filters: 'Saved filters',
  mine: 'Mine',
  running: 'Running',
  waiting: 'Waiting for you',
}
