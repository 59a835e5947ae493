import { readHealth } from '../../operations/readHealth.js'
import { defineEndpoint } from '../defineEndpoint.js'

/** For probes: no login, no content. */
export const healthEndpoint = () =>
  defineEndpoint({
    method: 'get',
    path: '/workflows/health',
    public: true,
    handler: async ({ req }) => {
      const health = await readHealth({ payload: req.payload })
      return { status: health.status === 'ok' ? 200 : 503, body: health }
    },
  })
