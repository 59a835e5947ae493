import { describe, expect, it } from 'vitest'

import { jobOf } from '../detail.fixture.js'
import { lanesOf } from './lanes.js'

const begin = Date.parse('2026-06-22T10:00:00.000Z')
const at = (seconds: number) => new Date(begin + seconds * 1000).toISOString()
const ran = (index: number, from: number, to: number | null) =>
  jobOf({
    id: `j${index}`,
    index,
    status: to === null ? 'running' : 'completed',
    queuedAt: at(0),
    startedAt: at(from),
    completedAt: to === null ? null : at(to),
  })
const lanes = (jobs: ReturnType<typeof ran>[], total = 0) =>
  lanesOf({ jobs, begin, now: begin + 10_000, total }).map((lane) =>
    lane.map(({ queued, start, end, look }) => [queued, start, end, look]),
  )

describe('lanesOf', () => {
  it('should give each concurrent job a lane and draw waiting behind the one before', () => {
    expect(lanes([ran(0, 1, 4), ran(1, 2, 5), ran(2, 5, 8)])).toEqual([
      [
        [0, 1000, 4000, 'done'],
        [4000, 5000, 8000, 'done'],
      ],
      [[0, 2000, 5000, 'done']],
    ])
  })

  it('should draw what runs up to now and expect the rest', () => {
    expect(lanes([ran(0, 0, 4), ran(1, 8, null)], 3)).toEqual([
      [
        [0, 0, 4000, 'done'],
        [4000, 8000, 10_000, 'working'],
        [10_000, 10_000, 12_000, 'expected'],
        [12_000, 12_000, 16_000, 'expected'],
      ],
    ])
  })
})
