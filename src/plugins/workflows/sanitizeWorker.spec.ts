import { afterEach, expect, it, vi } from 'vitest'

import type { WorkerOption } from './options.js'

import { sanitizeWorker } from './sanitizeWorker.js'

const load: WorkerOption['load'] = () => Promise.reject(new Error('not loaded here'))

afterEach(() => vi.unstubAllEnvs())

it('should keep everything shut when the site says nothing', () => {
  const { secret, load: loader, embedded } = sanitizeWorker({})
  expect([secret, loader, embedded()]).toEqual([null, null, false])
})

it.each([
  [{ secret: '' }, /`worker.secret` must have at least 16 characters/],
  [{ secret: 'too-short' }, /`worker.secret`/],
  [{ embedded: true }, /`worker.embedded` needs `worker.load`/],
  [{ concurrency: 0 }, /`worker.concurrency` is 0/],
  [{ load: 'payload-workflows/worker' as never }, /`worker.load` must be a function/],
])('should refuse %j', (option, message) => {
  expect(() => sanitizeWorker(option)).toThrow(message)
})

it('should run a worker inside Next’s server only, not in builds and commands', () => {
  const { embedded } = sanitizeWorker({ embedded: true, load })
  expect(embedded()).toBe(false)
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  expect(embedded()).toBe(true)
  vi.stubEnv('NEXT_PHASE', 'phase-production-build')
  expect(embedded()).toBe(false)
  expect(sanitizeWorker({ embedded: () => true, load }).embedded()).toBe(true)
})
