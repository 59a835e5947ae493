import type { NodeHandler } from '../defineNode.js'
import type { ReviewConfig } from './spec.js'

import { PermanentNodeError } from '../../runtime/errors.js'

/** A review holds no worker: the engine parks it and a person's answer completes it (see output.ts). */
export function createReviewHandler(): NodeHandler<ReviewConfig> {
  return async (_input, context) => {
    throw new PermanentNodeError({
      code: 'review_not_runnable',
      message: `«${context.node.label}» waits for a person and cannot be run by a worker.`,
    })
  }
}
