import type { Claim } from '../db/types.js'
import type { ExecutionInput } from '../db/statements/readExecutionInput.js'
import type { Engine } from './engine.js'

import { readExecutionInput } from '../db/statements/readExecutionInput.js'

/** What a launch was given, read once an execution and adjustment; safe to keep, as `rev` moves with it. */
export interface JobInputs {
  read: (claim: Claim) => Promise<ExecutionInput>
}

/** A worker rarely works on more executions at once. */
const MAX_EXECUTIONS = 500

export function createJobInputs(engine: Engine): JobInputs {
  const known = new Map<string, Promise<ExecutionInput>>()
  const readInput = async (claim: Claim): Promise<ExecutionInput> => {
    const input = await readExecutionInput(engine.pools.durable, {
      tables: engine.tables,
      exec: claim.exec,
    })
    if (!input) throw new Error(`Execution ${claim.exec} has no row in its collection`)
    return input
  }
  return {
    read: (claim) => {
      const key = `${claim.exec}:${claim.rev}`
      const cached = known.get(key)
      if (cached) return cached
      const [oldest] = known.keys()
      if (known.size >= MAX_EXECUTIONS && oldest !== undefined) known.delete(oldest)
      const reading = claim.input ? Promise.resolve(claim.input) : readInput(claim)
      known.set(key, reading)
      reading.catch(() => known.delete(key))
      return reading
    },
  }
}
