import * as migration_20261122_123619_initial from './20261122_123619_initial.js';
import * as migration_20261122_125845_update from './20261122_125845_update.js';

export const migrations = [
  {
    up: migration_20261122_123619_initial.up,
    down: migration_20261122_123619_initial.down,
    name: '20261122_123619_initial',
  },
  {
    up: migration_20261122_125845_update.up,
    down: migration_20261122_125845_update.down,
    name: '20261122_125845_update'
  },
];
