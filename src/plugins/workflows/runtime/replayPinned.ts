import type { Claim } from '../db/types.js'
import type { NodeOutcome } from '../nodes/defineNode.js'
import type { Engine } from './engine.js'

import { readPinnedOutput } from '../db/statements/readPinnedOutput.js'
import { PermanentNodeError } from './errors.js'

/**
 * What a pinned job answers: the output that is stored with an earlier test run. No handler, no provider, no
 * document, no cost; it is completed like any other job, under its own claim.
 */
export async function replayPinned({
  engine,
  claim,
  pinnedFrom,
}: {
  engine: Engine
  claim: Claim
  pinnedFrom: string
}): Promise<NodeOutcome> {
  const found = await readPinnedOutput(engine.pools.durable, {
    agentJobs: engine.tables.agentJobs,
    exec: pinnedFrom,
    node: claim.node,
    position: claim.idx,
  })
  if (!found) {
    throw new PermanentNodeError({
      code: 'pin_missing',
      message: 'The pinned output is no longer there. Unpin the step and run the test again.',
    })
  }
  return {
    output: found.output ?? {},
    input: { pinnedFrom },
    ...(found.branch && { branch: found.branch }),
    // Only the sum over the node's jobs counts: the first one carries it.
    items: claim.idx === 0 ? found.items : 0,
  }
}
