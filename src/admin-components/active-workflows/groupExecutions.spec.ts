import { describe, expect, it } from 'vitest'

import type { ExecutionSummary } from '../../client/types.js'

import { groupExecutions, pillOf } from './groupExecutions.js'

const execution = (
  id: string,
  status: ExecutionSummary['status'],
  pauseReason: ExecutionSummary['pauseReason'] = null,
) => ({ id, status, pauseReason }) as ExecutionSummary

describe('groupExecutions', () => {
  it('should put what waits for whoever looks apart from what is paused or waits for others', () => {
    const groups = groupExecutions(
      [
        execution('a', 'running'),
        execution('b', 'paused', 'review'),
        execution('c', 'paused', 'user'),
        execution('d', 'pending'),
        execution('e', 'paused', 'budget'),
        execution('f', 'paused', 'review'),
        execution('g', 'running'),
      ],
      new Set(['b', 'g']),
    )
    expect(groups.waiting.map(({ id }) => id)).toEqual(['b', 'g'])
    expect(groups.running.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(groups.paused.map(({ id }) => id)).toEqual(['c', 'e', 'f'])
  })

  it('should name the state as a person sees it', () => {
    expect(pillOf(execution('a', 'paused', 'review'))).toBe('waiting')
    expect(pillOf(execution('a', 'paused', 'user'))).toBe('paused')
    expect(pillOf(execution('a', 'completed'))).toBe('completed')
  })
})
