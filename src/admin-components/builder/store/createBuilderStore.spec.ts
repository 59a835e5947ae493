import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import type { BuilderDocument, Edit } from './types.js'

import { canonicalJson } from '../../../plugins/workflows/graph/canonicalJson.js'
import { specMap } from '../../../plugins/workflows/nodes/specs.js'
import {
  addNode,
  addNote,
  changeNodeId,
  connect,
  duplicateParts,
  insertOnEdge,
  moveParts,
  newNode,
  newNote,
  removeParts,
  renameInput,
  setConfigValue,
  setDefaultParam,
  setInputs,
  setLabel,
} from '../edits/index.js'
import { createBuilderStore } from './createBuilderStore.js'

const specs = specMap()
const EMPTY: BuilderDocument = {
  graph: { nodes: [], edges: [], notes: [] },
  inputs: [],
  defaultParams: {},
}

const openStore = (document = EMPTY) => createBuilderStore({ document, validate: () => [] })

/** What a person may do, by numbers: which thing is meant is decided by what is there then. */
type Act = { kind: number; a: number; b: number; gesture: boolean }

const acts = fc.array(
  fc.record({
    kind: fc.integer({ min: 0, max: 18 }),
    a: fc.nat(1000),
    b: fc.nat(1000),
    gesture: fc.boolean(),
  }),
  { minLength: 50, maxLength: 50 },
)

function toEdit({ kind, a, b }: Act, document: BuilderDocument): Edit {
  const { nodes, edges, notes } = document.graph
  const types = [...specs.values()]
  const nodeId = (at: number) => nodes[at % Math.max(1, nodes.length)]?.id ?? 'none'
  const spec = types[a % types.length]
  if (!spec) return (same) => same
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return addNode(newNode({ document, spec, position: { x: a, y: b } }))
    case 3:
    case 4:
    case 5:
      return connect({ source: nodeId(a), target: nodeId(b) })
    case 6:
      return moveParts({ nodes: new Map([[nodeId(a), { x: b, y: a }]]) })
    case 7:
      return setLabel({ nodeId: nodeId(a), label: `Step ${b}` })
    case 8:
      return setConfigValue({
        nodeId: nodeId(a),
        key: 'promptTemplate',
        value: `{{ nodes.${nodeId(b)}.output.text }} {{ input_${b % 3} }}`,
      })
    case 9:
      return changeNodeId({ from: nodeId(a), to: `renamed_${b}`, specs })
    case 10:
      return insertOnEdge({
        edgeId: edges[a % Math.max(1, edges.length)]?.id ?? 'none',
        node: newNode({ document, spec, position: { x: b, y: b } }),
        specs,
      })
    case 11:
      return removeParts({ nodes: [nodeId(a), nodeId(b)], specs })
    case 12:
      return addNote(newNote({ document, position: { x: a, y: b }, text: `Note ${notes.length}` }))
    case 13:
      return setInputs([0, 1, 2].map((n) => ({ name: `input_${n}`, label: `${a}`, type: 'text' })))
    case 14:
      return renameInput({ from: `input_${a % 3}`, to: `asked_${b}`, specs })
    case 15:
      return setDefaultParam({ name: `input_${a % 3}`, value: b })
    default: {
      const selection = { nodes: [nodeId(a), nodeId(b)], notes: [] }
      return duplicateParts({ document, specs, selection })?.edit ?? ((same) => same)
    }
  }
}

/** The same rules in the plainest form: whole copies on two stacks. */
function createModel(start: string) {
  const past: string[] = []
  let future: string[] = []
  let current = start
  let openGesture: string | undefined
  return {
    current: () => current,
    isAtStart: () => past.length === 0,
    edit: (next: string, gesture: string | undefined) => {
      if (gesture === undefined || gesture !== openGesture || past.length === 0) past.push(current)
      openGesture = gesture
      current = next
      future = []
    },
    undo: () => {
      openGesture = undefined
      const before = past.pop()
      if (before === undefined) return
      future.push(current)
      current = before
    },
    redo: () => {
      openGesture = undefined
      const after = future.pop()
      if (after === undefined) return
      past.push(current)
      current = after
    },
  }
}

describe('undo and redo', () => {
  it('should restore the exact document through any 1,000 edits, undone and redone in between', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const store = openStore()
        const read = () => canonicalJson(store.getState().document)
        const model = createModel(read())
        for (const [at, act] of list.entries()) {
          if (act.kind >= 17) {
            const way = act.kind === 17 ? 'undo' : 'redo'
            store[way]()
            model[way]()
          } else {
            const before = store.getState().document
            const gesture = act.gesture ? `gesture ${at >> 2}` : undefined
            store.apply(toEdit(act, before), gesture === undefined ? {} : { gesture })
            if (store.getState().document !== before) model.edit(read(), gesture)
          }
          expect(read()).toBe(model.current())
        }
        while (store.getState().canUndo) {
          store.undo()
          model.undo()
        }
        expect([read(), model.isAtStart()]).toEqual([model.current(), true])
        expect(store.getState().document).toBe(EMPTY)
        while (store.getState().canRedo) store.redo()
        expect(store.getState().canRedo).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('should take a drag or a typed word back as one step, and the next one as another', () => {
    const [spec] = specs.values()
    if (!spec) throw new Error('There are node types.')
    const store = openStore()
    const node = newNode({ document: EMPTY, spec, position: { x: 0, y: 0 } })
    store.apply(addNode(node))
    for (const x of [5, 9, 12]) {
      store.apply(moveParts({ nodes: new Map([[node.id, { x, y: 0 }]]) }), { gesture: 'move' })
    }
    store.endGesture()
    store.apply(moveParts({ nodes: new Map([[node.id, { x: 40, y: 0 }]]) }), { gesture: 'move' })
    const x = () => store.getState().document.graph.nodes[0]?.position.x
    store.undo()
    expect(x()).toBe(12)
    store.undo()
    expect(x()).toBe(0)
  })

  it('should bring the selection from before back, and leave out what is not there', () => {
    const [spec] = specs.values()
    if (!spec) throw new Error('There are node types.')
    const store = openStore()
    const node = newNode({ document: EMPTY, spec, position: { x: 0, y: 0 } })
    store.apply(addNode(node), { select: { nodes: [node.id], edges: [], notes: [] } })
    store.apply(removeParts({ nodes: [node.id], specs }))
    expect(store.getState().selection.nodes).toEqual([])
    store.undo()
    expect(store.getState().selection.nodes).toEqual([node.id])
    store.undo()
    expect(store.getState().selection.nodes).toEqual([])
  })
})

describe('the store', () => {
  it('should change nothing while it is read-only, and say nothing when nothing changes', () => {
    const store = openStore()
    const listener = vi.fn()
    store.subscribe(listener)
    store.apply((document) => document)
    store.setReadOnly(true)
    listener.mockClear()
    store.apply((document) => ({ ...document, defaultParams: { topic: 'bikes' } }))
    expect(store.getState().document).toBe(EMPTY)
    expect(listener).not.toHaveBeenCalled()
  })

  it('should judge once one pauses, and at once when asked', () => {
    vi.useFakeTimers()
    const validate = vi.fn(() => [])
    const store = createBuilderStore({ document: EMPTY, validate })
    validate.mockClear()
    const type = (topic: string) =>
      store.apply((document) => ({ ...document, defaultParams: { topic } }), { gesture: 'topic' })
    for (const topic of ['b', 'bi', 'bik', 'bike']) type(topic)
    expect(validate).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(validate).toHaveBeenCalledTimes(1)
    type('bikes')
    store.checkNow()
    vi.runAllTimers()
    expect(validate).toHaveBeenCalledTimes(2)
    vi.useRealTimers()
  })

  it('should forget what the server said at the next edit', () => {
    const store = openStore()
    const message = 'The site refuses this.'
    store.setServerProblems([{ code: 'invalid_type', message, path: '' }])
    expect(store.getState().problems.map((problem) => problem.message)).toEqual([message])
    store.apply((document) => ({ ...document, defaultParams: { topic: 'bikes' } }))
    store.checkNow()
    expect(store.getState().problems).toEqual([])
  })
})
