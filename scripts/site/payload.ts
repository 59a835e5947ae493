import { getPayload, type Payload } from 'payload'

import { onShutdown } from '../shutdown.js'

/** Payload of the demo site, before anything that needs its tables has run. */
export const openPayload = async (name: string): Promise<Payload> => {
  process.env.WORKFLOWS_PROCESS = name
  // Now and not at the top of the file: the config reads the environment when it is loaded.
  const { default: config } = await import('../../payload.config.js')
  const payload = await getPayload({ config, disableOnInit: true })
  payload.logger.level = process.env.LOG_LEVEL || 'warn'
  // A server that stops under us must not end the process in the middle of an orderly stop.
  payload.db.pool.on('error', () => {})
  onShutdown(() => payload.destroy())
  return payload
}
