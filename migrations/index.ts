import * as migration_20261122_170704_initial from './20261122_170704_initial.js';

export const migrations = [
  {
    up: migration_20261122_170704_initial.up,
    down: migration_20261122_170704_initial.down,
    name: '20261122_170704_initial'
  },
];
