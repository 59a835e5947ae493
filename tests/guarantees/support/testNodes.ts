import { z } from 'zod'

import { defineNode, type NodeDefinition } from '../../../src/plugins/workflows/nodes/defineNode.js'

/** Set in worker processes only, so that poison never kills the test itself. */
export const WORKER_FLAG = 'WORKFLOWS_TEST_WORKER'

const spec = (type: string) => ({
  type,
  label: type,
  description: 'For tests.',
  icon: 'pen',
  category: 'custom' as const,
  inputs: [{ id: 'in', label: 'In', kinds: ['copy', 'image', 'pass', 'signal'] as const }].map(
    ({ kinds, ...port }) => ({ ...port, kinds: [...kinds] }),
  ),
  outputs: [{ id: 'out', label: 'Out', kinds: ['pass' as const] }],
  configSchema: z.strictObject({}),
  outputFields: [],
  templateFields: [],
  produces: 'pass' as const,
  summarize: () => '',
})

/** Node types that a host might bring: one that costs nothing, one that no worker survives. */
export const testNodes = (): NodeDefinition[] => [
  defineNode({
    spec: spec('test_step'),
    handler: async (input) => ({ output: { text: `step ${input.index}`, count: 1 } }),
  }),
  defineNode({
    spec: spec('test_poison'),
    handler: async () => {
      if (!process.env[WORKER_FLAG]) throw new Error('Poison runs in worker processes only.')
      process.kill(process.pid, 'SIGKILL')
      return new Promise(() => {})
    },
  }),
]
