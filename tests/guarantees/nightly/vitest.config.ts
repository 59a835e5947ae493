import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** The chaos of `npm run test:nightly`: apart from `npm test`, because it goes on as long as it is told to. */
export default defineConfig({
  root: at('../../..'),
  resolve: {
    alias: [{ find: /^payload-workflows\/(.+)$/, replacement: at('../../../src/exports/$1.ts') }],
  },
  test: {
    name: 'nightly',
    include: ['tests/guarantees/nightly/*.nightly.ts'],
    pool: 'forks',
    execArgv: ['--conditions=production'],
    hookTimeout: 10 * 60_000,
  },
})
