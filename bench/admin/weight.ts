import type { AdminBench } from './types.js'

import { openPage } from './types.js'

/** Scripts of a page that shows none of our views, bytes as transferred (gzip), and how many files. */
export async function measureWeight(bench: AdminBench) {
  const page = await openPage(bench, '/admin/login')
  let bytes = 0
  let files = 0
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set<string>()
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!scripts.has(requestId)) return
    bytes += encodedDataLength
    files += 1
  })
  await page.goto(`${bench.url}/admin/collections/media`, { waitUntil: 'networkidle' })
  await page.context().close()
  return { page: 'list of media', scriptKB: Math.round(bytes / 102.4) / 10, files }
}
