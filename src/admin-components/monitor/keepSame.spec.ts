import { describe, expect, it } from 'vitest'

import { detailOf, jobOf, nodeOf } from './detail.fixture.js'
import { keepSame } from './keepSame.js'

const read = () =>
  detailOf({
    nodes: [nodeOf(), nodeOf({ id: 'image' })],
    jobs: [jobOf({ id: 'j1' }), jobOf({ id: 'j2', index: 1 })],
  })

describe('keepSame', () => {
  it('should keep the objects of what did not change, and only those', () => {
    const older = read()
    const newer = { ...read(), jobs: [jobOf({ id: 'j1' }), jobOf({ id: 'j2', status: 'running' })] }
    const kept = keepSame(older, newer)
    expect(kept.nodes).toBe(older.nodes)
    expect(kept.jobs[0]).toBe(older.jobs[0])
    expect(kept.jobs[1]).toBe(newer.jobs[1])
  })

  it('should say what the newer one says', () => {
    const newer = { ...read(), seq: 9, nodes: [nodeOf({ itemsDone: 2 })] }
    expect(keepSame(read(), newer)).toEqual(newer)
  })
})
