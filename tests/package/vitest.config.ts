import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/**
 * `npm run test:package`: what is published, in sites that are not ours. Apart from `npm test`, because it asks the
 * npm registry and takes minutes.
 */
export default defineConfig({
  root: at('../..'),
  resolve: {
    alias: [{ find: /^payload-workflows\/(.+)$/, replacement: at('../../src/exports/$1.ts') }],
  },
  test: {
    name: 'package',
    include: ['tests/package/*.package.ts'],
    globalSetup: [at('./support/host.setup.ts')],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 10 * 60_000,
    hookTimeout: 20 * 60_000,
  },
})
