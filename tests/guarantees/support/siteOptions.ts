import type { DemoWorkflows } from '../../../dev/workflows.js'

import { demoProvider } from '../../../src/plugins/workflows/providers/demo/demoProvider.js'
import { openAIProvider } from '../../../src/plugins/workflows/providers/openai.js'
import { testNodes } from './testNodes.js'

export interface SiteOptions {
  /** Base URL of the fake OpenAI; without it the demo provider answers at once. */
  openAI?: string
  /** @default 2: takeovers in tests should not take the time of real ones */
  leaseSeconds?: number
}

/** The plugin's options of every process of one test site: workers and the test must agree. */
export const siteOptions = ({ openAI, leaseSeconds = 2 }: SiteOptions): DemoWorkflows => ({
  providers: [
    openAI
      ? openAIProvider({
          apiKey: 'test',
          baseURL: openAI,
          allowInsecure: true,
          textModel: 'fake-text',
          imageModel: 'fake-image',
        })
      : demoProvider({ latencyMs: 0 }),
  ],
  // Made up, so that sums of costs can be compared.
  prices: {
    'fake-text': { inputPerMillion: 3, outputPerMillion: 15 },
    'fake-image': { inputPerMillion: 5, perImage: 0.04 },
  },
  nodes: testNodes(),
  limits: { leaseSeconds, duplicateRewrites: 0 },
  seedSystemTemplates: false,
})
