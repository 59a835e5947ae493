import { describe, expect, it } from 'vitest'

import type { ExecutionSummary } from '../../client/types.js'

import { groupExecutions, pillOf } from './groupExecutions.js'

const execution = (
  id: string,
  status: ExecutionSummary['status'],
  pauseReason: ExecutionSummary['pauseReason'] = null,
) => ({ id, status, pauseReason }) as ExecutionSummary

describe('groupExecutions', () => {
  it('should put what waits for a person apart from what is paused', () => {
    const groups = groupExecutions([
      execution('a', 'running'),
      execution('b', 'paused', 'review'),
      execution('c', 'paused', 'user'),
      execution('d', 'pending'),
      execution('e', 'paused', 'budget'),
    ])
    expect(groups.waiting.map(({ id }) => id)).toEqual(['b'])
    expect(groups.running.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(groups.paused.map(({ id }) => id)).toEqual(['c', 'e'])
  })

  it('should name the state as a person sees it', () => {
    expect(pillOf(execution('a', 'paused', 'review'))).toBe('waiting')
    expect(pillOf(execution('a', 'paused', 'user'))).toBe('paused')
    expect(pillOf(execution('a', 'completed'))).toBe('completed')
  })
})
