import { expect, inject, it } from 'vitest'

import { copySite } from './support/host.js'
import { openSite } from './support/site.js'

it('should say no to another database at start, in a sentence that says what to use', async () => {
  const site = openSite({ folder: copySite(inject('host'), 'sqlite'), env: {} })
  const { output } = await site.tryPayload('run', 'serve.ts')
  expect(output).toContain('workflowsPlugin runs on PostgreSQL only; this site uses "sqlite"')
  expect(output).toContain('@payloadcms/db-postgres')
})
