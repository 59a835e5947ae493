import type { Payload } from 'payload'

import { getPluginContext } from '../pluginContext.js'

/**
 * Starts the worker of this server when the option asks for one; the site starts whether it does or not. A worker
 * that does not start (the engine's tables are missing) is said in the log, not shown to visitors.
 */
export function embedWorker(payload: Payload): void {
  const { load, embedded, concurrency } = getPluginContext(payload).options.worker
  if (!load || !embedded()) return
  const start = async () => {
    const { startWorker } = await load()
    const worker = await startWorker({ payload, ...(concurrency && { concurrency }) })
    payload.logger.info({ msg: `workflows: worker ${worker.id} runs inside this server` })
    const stop = () => void worker.stop()
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  }
  start().catch((error: unknown) =>
    payload.logger.error({
      err: error,
      msg: 'workflows: the worker inside this server did not start. Has `payload workflows:migrate` been run?',
    }),
  )
}
