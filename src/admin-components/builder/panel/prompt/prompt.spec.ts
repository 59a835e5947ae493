import { describe, expect, it } from 'vitest'

import type { NodeRulesMap, WorkflowGraph } from '../../../../plugins/workflows/graph/types.js'

import { analysePrompt } from '../../../../plugins/workflows/graph/analysePrompt.js'
import { validateGraph } from '../../../../plugins/workflows/graph/validateGraph.js'
import { builtInSpecs } from '../../../../plugins/workflows/nodes/specs.js'
import { exampleOf, sampleScope, type RunData } from '../data/sampleScope.js'
import { labelOfPath, offerVariables, upstreamOf } from './offerVariables.js'
import { PROMPT_FILTERS } from './promptFilters.js'
import { renderPreview } from './renderPreview.js'
import { LONGEST_SCANNED, offsetOf, scanPrompt } from './scanPrompt.js'

const specs: NodeRulesMap = new Map(builtInSpecs.map((spec) => [spec.type, spec]))
const node = (id: string, type: string, label: string, config = {}) => ({
  id,
  type,
  label,
  position: { x: 0, y: 0 },
  config,
})
const graph: WorkflowGraph = {
  nodes: [
    node('copy', 'generate_copy', 'Ad copy', { promptTemplate: 'x' }),
    node('look', 'review', 'Look'),
    node('other', 'generate_copy', 'Elsewhere', { promptTemplate: 'x' }),
    node('image', 'generate_image', 'Images', { promptTemplate: 'x', copySourceNode: 'copy' }),
  ],
  edges: [
    { id: 'a', source: 'copy', target: 'look' },
    { id: 'b', source: 'look', target: 'image' },
    { id: 'c', source: 'image', target: 'other' },
  ],
}
const inputs = [
  { name: 'topic', label: 'Topic', type: 'text' as const, default: 'oat milk' },
  { name: 'count', label: 'Count', type: 'slider' as const, min: 3 },
]
const offered = offerVariables({ graph, inputs, specs, nodeId: 'image' })
const scope = (run: RunData | null = null) =>
  sampleScope({ graph, inputs, defaultParams: {}, specs, nodeId: 'image', run })

describe('the variables that are offered', () => {
  it('should be inputs, the item, the nodes before it by label, nearest first, and words', () => {
    expect(offered.map(({ kind, title }) => [kind, title])).toEqual([
      ['inputs', ''],
      ['item', 'Ad copy'],
      ['node', 'Look'],
      ['node', 'Ad copy'],
      ['words', ''],
    ])
    expect(offered[3]?.variables[1]).toMatchObject({
      path: 'nodes.copy.output.word_count',
      label: 'Ad copy · word count',
      type: 'number',
    })
  })

  it('should each be one that validation takes, and that can be rendered', () => {
    for (const { path } of offered.flatMap((group) => group.variables)) {
      const promptTemplate = `{{ ${path} }}`
      const nodes = graph.nodes.map((one) =>
        one.id === 'image' ? { ...one, config: { ...one.config, promptTemplate } } : one,
      )
      const { problems } = validateGraph({ graph: { ...graph, nodes }, inputs, specs })
      expect([path, problems.filter(({ nodeId }) => nodeId === 'image')]).toEqual([path, []])
      expect(renderPreview({ template: promptTemplate, scope: scope() })).toHaveProperty('text')
    }
  })

  it('should not go round in circles', () => {
    const edges = [...graph.edges, { id: 'd', source: 'other', target: 'copy' }]
    expect(upstreamOf({ graph: { ...graph, edges }, nodeId: 'copy' })).toEqual([
      'other',
      'image',
      'look',
    ])
  })

  it('should be called by the label of their node', () => {
    expect(labelOfPath({ path: 'nodes.copy.output.items[0].title', graph })).toBe(
      'Ad copy · items[0] · title',
    )
    expect(labelOfPath({ path: 'nodes.gone.output.text', graph })).toBe('gone · text')
    expect(labelOfPath({ path: 'params.topic', graph })).toBe('topic')
  })
})

describe('sample values', () => {
  it('should be the defaults without a test run, and its values with one', () => {
    expect(exampleOf({ scope: scope(), path: 'topic' })).toBe('oat milk')
    expect(exampleOf({ scope: scope(), path: 'count' })).toBe('3')
    expect(exampleOf({ scope: scope(), path: 'nodes.copy.output.text' })).toBe('[Ad copy · text]')
    const items = [{ text: 'Ride on', title: 'Ride' }]
    const outputs = new Map([['copy', { text: 'Ride on', count: 1, items }]])
    const run = scope({ executionId: 'e', params: { topic: 'bikes' }, outputs })
    expect(exampleOf({ scope: run, path: 'topic' })).toBe('bikes')
    expect(exampleOf({ scope: run, path: 'nodes.copy.output.text' })).toBe('Ride on')
    expect(exampleOf({ scope: run, path: 'item.title' })).toBe('Ride')
    expect(exampleOf({ scope: run, path: 'nodes.copy.output.items' })).toBe('1 ×')
    expect(exampleOf({ scope: run, path: 'constructor' })).toBe('')
  })

  it('should say why a prompt cannot be shown', () => {
    expect(renderPreview({ template: '{{ nobody }}', scope: scope() })).toHaveProperty('error')
    expect(renderPreview({ template: '{% if %}', scope: scope() })).toHaveProperty('error')
  })
})

describe('reading a prompt', () => {
  it('should tell variables from tags, comments and what is half typed', () => {
    const text =
      'a {{ topic | upcase }} {%- if x -%} {% comment %} {{ no }} {% endcomment %} {{ "t" }} {{ to'
    expect(scanPrompt(text).map(({ kind, path, filters }) => [kind, path, filters])).toEqual([
      ['variable', 'topic', '| upcase'],
      ['tag', undefined, undefined],
      ['comment', undefined, undefined],
      ['output', undefined, undefined],
    ])
  })

  it('should find the place that a problem names', () => {
    const text = 'one\ntwo {{ x }}\nthree'
    expect(offsetOf({ text, line: 2, column: 5 })).toBe(text.indexOf('{{'))
    expect(offsetOf({ text, line: 9, column: 99 })).toBe(text.length)
  })

  it('should not stumble over huge texts', () => {
    expect(scanPrompt('{{ a }}'.repeat(LONGEST_SCANNED))).toEqual([])
    expect(scanPrompt('{{'.repeat(40_000))).toEqual([])
  })

  it('should offer only filters that the engine has', () => {
    for (const { apply } of PROMPT_FILTERS) {
      expect(analysePrompt(`{{ topic | ${apply} }}`).error).toBeNull()
    }
  })
})
