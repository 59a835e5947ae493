import * as migration_20261122_141605_initial from './20261122_141605_initial.js';

export const migrations = [
  {
    up: migration_20261122_141605_initial.up,
    down: migration_20261122_141605_initial.down,
    name: '20261122_141605_initial'
  },
];
