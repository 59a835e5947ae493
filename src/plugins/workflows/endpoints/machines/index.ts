import type { Endpoint } from 'payload'

import { z } from 'zod'

import { readMetrics } from '../../operations/metrics/readMetrics.js'
import { workForAWhile } from '../../workers/workForAWhile.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { countSchema, parseInput } from '../parseInput.js'

/** Under the five minutes that most serverless hosts allow at most; schedulers ask again. */
const workSchema = z.object({ seconds: countSchema({ standard: 25, max: 290 }) })

/** Version 0.0.4 is what every Prometheus reads. */
const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8'

/** For schedulers and scrapers: guarded by the option `worker.secret`, 404 without it. */
export function machineEndpoints(): Endpoint[] {
  return [
    defineEndpoint({
      method: 'post',
      path: '/workflows/work',
      secret: true,
      handler: async ({ req, query }) => {
        const { seconds } = parseInput(workSchema, query)
        return { body: await workForAWhile({ payload: req.payload, seconds, signal: req.signal }) }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/workflows/metrics',
      secret: true,
      handler: async ({ req }) =>
        new Response(await readMetrics({ payload: req.payload }), {
          headers: { 'Content-Type': PROMETHEUS },
        }),
    }),
  ]
}
