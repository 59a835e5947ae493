import type { Claim, FinishedJob } from '../db/types.js'
import type { NodeDefinition, NodeOutcome } from '../nodes/defineNode.js'
import type { DocumentCommitter } from './commitDocuments.js'
import type { Engine } from './engine.js'
import type { JobInputs } from './jobInputs.js'

import { planIndex } from '../graph/planIndex.js'
import { classifyFailure, type FailureAction } from './classifyFailure.js'
import { crashPoint } from './crashPoints.js'
import { createNodeContext } from './createNodeContext.js'
import { readJobScope } from './jobScope.js'
import { replayPinned } from './replayPinned.js'

/** How a claimed job ended in this process. */
export type JobEnd =
  /** To be completed by the group commit. */
  | { kind: 'finished'; item: FinishedJob }
  /** Completed together with its documents; `claims` came along. */
  | { kind: 'committed'; claims: Claim[] }
  | { kind: 'failure'; action: FailureAction; item: FinishedJob }

/** Runs one claimed job: reads what it needs, calls the handler, commits documents if it makes any. Never throws. */
export async function runJob({
  engine,
  claim,
  owner,
  inputs,
  definition,
  commitDocuments,
  signal,
}: {
  engine: Engine
  claim: Claim
  owner: string
  inputs: JobInputs
  definition: (type: string) => NodeDefinition
  commitDocuments: DocumentCommitter
  signal: AbortSignal
}): Promise<JobEnd> {
  try {
    crashPoint('after_claim')
    const [plan, launch] = await Promise.all([engine.plan(claim.plan), inputs.read(claim)])
    const pinnedFrom = planIndex(plan).nodes.get(claim.node)?.pinnedFrom
    if (pinnedFrom) {
      const outcome = await replayPinned({ engine, claim, pinnedFrom })
      return { kind: 'finished', item: toFinishedJob({ claim, owner, outcome }) }
    }
    const scope = await readJobScope({ engine, claim, plan })
    const context = createNodeContext({
      engine,
      claim,
      owner,
      plan,
      scope,
      launch,
      user: async () => (await engine.actor(launch.launchedBy)).user,
      signal,
    })
    const outcome = await definition(claim.type).handler(scope.input, context)
    signal.throwIfAborted()
    const item = toFinishedJob({ claim, owner, outcome })
    if (!outcome.write) return { kind: 'finished', item }
    const claims = await commitDocuments({ claim, launch, item, write: outcome.write, signal })
    return { kind: 'committed', claims }
  } catch (error) {
    // Aborted by us: stopped, lost or shutting down. The one who aborted knows what to do with the job.
    const action: FailureAction = signal.aborted
      ? { kind: 'drop' }
      : classifyFailure({
          error,
          attempt: claim.attempt,
          maxAttempts: engine.site.options.limits.maxAttempts,
        })
    if (action.kind !== 'drop') {
      engine.payload.logger.warn({
        err: error,
        msg: `workflows: agent job ${action.kind}`,
        execution: claim.exec,
        node: claim.node,
        index: claim.idx,
        attempt: claim.attempt,
      })
    }
    return { kind: 'failure', action, item: failedJob({ claim, owner, action }) }
  }
}

function toFinishedJob({
  claim,
  owner,
  outcome,
}: {
  claim: Claim
  owner: string
  outcome: NodeOutcome
}): FinishedJob {
  const { usage } = outcome
  return {
    exec: claim.exec,
    node: claim.node,
    idx: claim.idx,
    fence: claim.fence,
    owner,
    ok: true,
    output: outcome.output,
    ...(outcome.input && { input: outcome.input }),
    error: null,
    branch: outcome.branch ?? null,
    items: outcome.items ?? 1,
    tokensIn: usage?.tokensIn ?? 0,
    tokensOut: usage?.tokensOut ?? 0,
    cost: usage?.cost ?? 0,
    model: usage?.model ?? null,
  }
}

function failedJob({
  claim,
  owner,
  action,
}: {
  claim: Claim
  owner: string
  action: FailureAction
}): FinishedJob {
  return {
    ...toFinishedJob({ claim, owner, outcome: { output: {} } }),
    ok: false,
    output: null,
    error: 'error' in action ? action.error : null,
  }
}
