import type { SanitizedConfig } from 'payload'

import { startWorker } from '../worker.js'
import { runBin } from './runBin.js'

/** Longer than a provider takes to notice a cut connection; after that the lease frees the jobs anyway. */
const STOP_LIMIT_MS = 20_000

/** `payload workflows:work`: one worker until SIGINT or SIGTERM. `WORKFLOWS_CONCURRENCY` sets its slots. */
export const script = (config: SanitizedConfig): Promise<void> =>
  runBin(config, async (payload) => {
    const concurrency = Number(process.env.WORKFLOWS_CONCURRENCY) || undefined
    const worker = await startWorker({ payload, ...(concurrency && { concurrency }) })
    process.stdout.write(`Worker ${worker.id} is ready.\n`)
    const stop = () => {
      void worker.stop()
      setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    await worker.done
  })
