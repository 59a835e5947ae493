import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** What the package's own names mean in here, as in tsconfig.json. */
const alias = [
  { find: '@payload-config', replacement: at('./payload.config.ts') },
  { find: /^payload-workflows\/(.+)$/, replacement: at('./src/exports/$1.ts') },
  { find: /^payload-workflows$/, replacement: at('./src/index.ts') },
]

/** Tests with a database of their own, on one server. */
const server = {
  globalSetup: ['tests/support/globalSetup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A busy machine is slower, not wrong.
  expect: { poll: { timeout: 15_000 } },
}

export default defineConfig({
  resolve: { alias },
  test: {
    pool: 'forks',
    // Takes lexical's build directly; its own choice, a top-level await, can hang Node 20 (scripts/loader).
    execArgv: ['--conditions=production'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,dev,scripts,bench}/**/*.spec.{ts,tsx}'],
          exclude: ['**/*.int.spec.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          ...server,
          name: 'server',
          include: ['tests/**/*.spec.{ts,tsx}', '{dev,scripts}/**/*.int.spec.ts'],
          exclude: ['tests/guarantees/**'],
          // Two at a time keep two cores busy; three are no quicker.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...server,
          name: 'guarantees',
          include: ['tests/guarantees/**/*.spec.ts'],
          // They measure time, count statements and kill processes: side by side they would disturb each other.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
