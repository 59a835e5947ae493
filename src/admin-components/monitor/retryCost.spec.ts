import { describe, expect, it } from 'vitest'

import type { AgentJob } from '../../plugins/workflows/operations/executions/types.js'

import { retryCost } from './retryCost.js'

const job = (status: AgentJob['status'], cost: number) => ({ status, cost }) as AgentJob

describe('retryCost', () => {
  it('should go by what the finished items cost', () => {
    const jobs = [job('completed', 0.01), job('completed', 0.03), job('failed', 0.5)]
    expect(retryCost({ jobs, failed: 2, estimate: 9 })).toBeCloseTo(0.04)
  })

  it('should else go by the estimate, and say nothing when nobody knows', () => {
    expect(retryCost({ jobs: [job('failed', 0)], failed: 3, estimate: 0.002 })).toBeCloseTo(0.006)
    expect(retryCost({ jobs: [job('completed', 0)], failed: 3, estimate: undefined })).toBeNull()
    expect(retryCost({ jobs: [], failed: 1, estimate: 0 })).toBeNull()
  })
})
