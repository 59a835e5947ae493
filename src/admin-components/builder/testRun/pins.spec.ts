import { describe, expect, it } from 'vitest'

import { launchPins, makeOf, settlePins } from './pins.js'

const node = (config: Record<string, string>, more: object = {}) => ({
  id: 'posts',
  type: 'generate_copy',
  label: 'Posts',
  position: { x: 0, y: 0 },
  config,
  ...more,
})
const first = node({ promptTemplate: 'Write', style: 'calm' })
const pins = { posts: { executionId: 'e1', made: makeOf(first) } }
const settle = (nodes: ReturnType<typeof node>[]) =>
  settlePins({ pins, graph: { nodes, edges: [] } })

describe('pins', () => {
  it('should hold while the node is the same, wherever it stands and whatever it is called', () => {
    const moved = node(
      { style: 'calm', promptTemplate: 'Write' },
      { position: { x: 500, y: 0 }, label: 'Adverts', notes: 'Mind the tone.' },
    )
    expect(settle([moved])).toEqual({ kept: pins, dropped: [] })
    expect(settle([moved]).kept).toBe(pins)
  })

  it('should be dropped by name when the config, the type or the node is another', () => {
    expect(settle([node({ promptTemplate: 'Write more' })])).toEqual({
      kept: {},
      dropped: ['Posts'],
    })
    expect(settle([node(first.config, { type: 'generate_image' })]).dropped).toEqual(['Posts'])
    expect(settle([])).toEqual({ kept: {}, dropped: ['posts'] })
  })

  it('should go to the launch as node and execution', () => {
    expect(launchPins(pins)).toEqual({ posts: 'e1' })
  })
})
