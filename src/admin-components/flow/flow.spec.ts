import { describe, expect, it } from 'vitest'

import type { JsonObject } from '../../plugins/workflows/graph/types.js'
import type { FlowStep } from './types.js'

import { specMap } from '../../plugins/workflows/nodes/specs.js'
import { describeFlow } from './describeFlow.js'
import { edgeLook } from './edgeLook.js'
import { placeSteps } from './placeSteps.js'

const step = (id: string, x = 0, y = 0): FlowStep => ({
  id,
  type: 'merge',
  label: id,
  summary: '',
  position: { x, y },
  branches: [],
  config: {},
})
const edge = (source: string, target: string) => ({ id: `${source}-${target}`, source, target })

describe('describeFlow', () => {
  const config = { promptTemplate: 'Write', quantity: '{{ many }}' }
  const node = { id: 'copy', type: 'generate_copy', label: '', position: { x: 0, y: 0 }, config }
  const describeCopy = (params?: JsonObject) =>
    describeFlow({ graph: { nodes: [node], edges: [] }, specs: specMap(), params }).steps[0]

  it.each([
    ['a number', { many: 3 }, '3 copies'],
    ['digits', { many: '1' }, '1 copy'],
    ['nothing yet', {}, 'many copies'],
    ['a word', { many: 'some' }, 'many copies'],
  ])('should say how many a launch asked for, given %s', (_given, params, said) => {
    expect(describeCopy(params)?.summary.split(' · ')[0]).toBe(said)
  })

  it('should keep the setting itself, which is what one changes', () => {
    expect(describeCopy({ many: 3 })?.config).toEqual(config)
    expect(describeCopy()?.summary).toMatch(/^many copies/)
  })
})

describe('placeSteps', () => {
  it('should leave drawn graphs as they are', () => {
    const steps = [step('a'), step('b', 360)]
    expect(placeSteps({ steps, edges: [edge('a', 'b')] })).toBe(steps)
  })

  it('should lay out a graph without positions by depth', () => {
    const steps = ['a', 'b', 'c', 'd'].map((id) => step(id))
    const edges = [edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')]
    const columns = placeSteps({ steps, edges }).map(({ position }) => position.x / 320)
    expect(columns).toEqual([0, 1, 1, 2])
  })

  it('should bear a cycle', () => {
    const steps = [step('a'), step('b')]
    expect(placeSteps({ steps, edges: [edge('a', 'b'), edge('b', 'a')] })).toHaveLength(2)
  })
})

describe('edgeLook', () => {
  const look = (source: string, target: string, branch?: string, sourceHandle?: string) =>
    edgeLook({
      edge: { ...(sourceHandle && { sourceHandle }) },
      source: { status: source, ...(branch && { branch }) },
      target: { status: target },
    })

  it('should rest without states and before anything is decided', () => {
    expect(edgeLook({ edge: {} })).toBe('rest')
    expect(look('running', 'pending')).toBe('rest')
  })

  it('should flow into what runs and be taken behind it', () => {
    expect(look('completed', 'running')).toBe('flowing')
    expect(look('completed', 'waiting')).toBe('flowing')
    expect(look('completed', 'completed')).toBe('taken')
  })

  it('should be dead on the other branch, and behind what failed or was skipped', () => {
    expect(look('completed', 'pending', 'true', 'false')).toBe('dead')
    expect(look('completed', 'completed', 'true', 'true')).toBe('taken')
    expect(look('failed', 'pending')).toBe('dead')
    expect(look('completed', 'skipped')).toBe('dead')
  })
})
