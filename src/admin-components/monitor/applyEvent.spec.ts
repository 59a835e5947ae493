import { describe, expect, it } from 'vitest'

import type { ExecutionEvent } from '../../client/events/types.js'
import type { LiveState } from './applyEvent.js'

import { applyEvent, startLive } from './applyEvent.js'
import { detailOf, jobOf } from './detail.fixture.js'

const at = '2026-06-22T10:00:00.000Z'
const apply = (state: LiveState, ...events: ExecutionEvent[]) => events.reduce(applyEvent, state)
const start = () =>
  startLive(detailOf({ seq: 3, jobs: [jobOf({ id: 'j1' }), jobOf({ id: 'j2', index: 1 })] }))
const job = (id: string, index: number, status: 'completed' | 'running'): ExecutionEvent => ({
  event: 'job',
  id: null,
  data: { id, nodeId: 'copy', index, status, at },
})
const token = (text: string, index = 0): ExecutionEvent => ({
  event: 'token',
  id: null,
  data: { nodeId: 'copy', index, text },
})

describe('applyEvent', () => {
  it('should collect the text of a running job and drop it when the job is done', () => {
    const running = apply(start(), job('j1', 0, 'running'), token('Skip '), token('the queue'))
    expect(running.streams.get('copy/0')).toBe('Skip the queue')
    expect(running.detail.nodes[0]).toMatchObject({ status: 'running', itemsDone: 0 })
    const done = apply(running, job('j1', 0, 'completed'))
    expect([...done.streams]).toEqual([])
    expect(done.detail.nodes[0]?.itemsDone).toBe(1)
    expect(done.stale).toBe(true)
  })

  it('should count a job once, whatever is said twice or late', () => {
    const state = apply(
      start(),
      job('j1', 0, 'completed'),
      job('j1', 0, 'completed'),
      job('j1', 0, 'running'),
    )
    expect(state.detail.nodes[0]?.itemsDone).toBe(1)
    expect(state.detail.jobs[0]?.status).toBe('completed')
  })

  it('should take progress as it is told', () => {
    const state = apply(start(), {
      event: 'execution',
      id: '4',
      data: { kind: 'progress', at, percent: 50, itemsDone: 1, cost: 0.5 },
    })
    expect(state.detail).toMatchObject({ seq: 4, progress: { percent: 50, itemsTotal: 2 } })
    expect(state.detail.totals.cost).toBe(0.5)
    expect(state.stale).toBe(false)
  })

  it('should ask again for what it does not know', () => {
    expect(apply(start(), job('new', 7, 'running')).stale).toBe(true)
    const node: ExecutionEvent = {
      event: 'node',
      id: '4',
      data: { nodeId: 'nobody', status: 'running', at },
    }
    expect(apply(start(), node).stale).toBe(true)
  })

  it('should remember what people did', () => {
    const state = apply(start(), {
      event: 'execution',
      id: '4',
      data: { kind: 'control', at, action: 'pause', by: 'u1' },
    })
    expect(state.heard).toEqual([{ at, action: 'pause', nodeId: null }])
  })

  it('should replace everything by a newer snapshot, and refuse an older one', () => {
    const state = apply(start(), token('x'))
    const newer = apply(state, { event: 'snapshot', id: '9', data: detailOf({ seq: 9 }) })
    expect([newer.detail.seq, newer.streams.size, newer.stale]).toEqual([9, 0, false])
    const older = apply(newer, { event: 'snapshot', id: null, data: detailOf({ seq: 5 }) })
    expect([older.detail.seq, older.stale]).toEqual([9, true])
  })

  it('should ignore events it has never heard of', () => {
    const state = start()
    const unknown = { event: 'weather', id: null, data: {} } as unknown as ExecutionEvent
    expect(applyEvent(state, unknown)).toBe(state)
  })
})
