import type { CmsWriter } from '../cmsTypes.js'
import type { CmsEnvironment } from './environment.js'

import { createAttachmentWriter } from './attachImages.js'
import { createDocumentWriter } from './createDocument.js'
import { createMediaWriter } from './createMedia.js'
import { createAliveCheck } from './environment.js'
import { createLocalApi } from './localApi.js'

/**
 * The only writer of host documents on a node's behalf, bound to one agent job and to the open
 * transaction of its completion. It never catches and goes on: the first failure ends the transaction.
 */
export function createCmsWriter(environment: CmsEnvironment): CmsWriter {
  const { payload, tx, user, job } = environment
  const assertAlive = createAliveCheck(environment)
  const { executionId, nodeId, jobId, index } = job
  const origin = { execution: executionId, node: nodeId, job: jobId, index, test: job.test }
  const api = (what: 'document' | 'image') =>
    createLocalApi({ payload, req: tx.req, user, what, origin })

  // One after the other, as one transaction is one connection; and none after a failure.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn =
    <Args, Result>(write: (args: Args) => Promise<Result>) =>
    (args: Args): Promise<Result> => {
      const result = last.then(async () => {
        await assertAlive()
        const written = await write(args)
        await assertAlive()
        return written
      })
      last = result
      return result
    }

  return {
    createDocument: inTurn(createDocumentWriter({ environment, api: api('document') })),
    createMedia: inTurn(createMediaWriter({ environment, api: api('image') })),
    attachImages: inTurn(createAttachmentWriter({ environment, api: api('document') })),
  }
}
