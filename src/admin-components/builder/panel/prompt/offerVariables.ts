import type {
  NodeRulesMap,
  OutputField,
  TemplateInput,
  WorkflowGraph,
} from '../../../../plugins/workflows/graph/types.js'

import { fieldsInside } from '../../../../plugins/workflows/graph/outputPaths.js'

/** Something a prompt or a rule may read at a node. */
export interface OfferedVariable {
  /** As a prompt writes it: `topic`, `nodes.copy.output.text`, `item.title`. */
  path: string
  /** As a chip says it: `topic`, `Ad copy · word count`. */
  label: string
  type: OutputField['type']
  /** Empty when there is nothing to add; words of the prompt language are described by the screen. */
  description: string
  /** Selects: the values there are. */
  options?: { label: string; value: string }[]
}

export interface VariableGroup {
  kind: 'inputs' | 'item' | 'node' | 'words'
  /** Label of the node; empty otherwise. */
  title: string
  variables: OfferedVariable[]
}

/** What the prompts of a node may read, in the order of a picker: the nearest node first. */
export function offerVariables({
  graph,
  inputs,
  specs,
  nodeId,
}: {
  graph: WorkflowGraph
  inputs: readonly TemplateInput[]
  specs: NodeRulesMap
  nodeId: string
}): VariableGroup[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const groups: VariableGroup[] = [
    { kind: 'inputs', title: '', variables: inputs.flatMap(inputVariable) },
  ]
  const source = nodes.get(itemSource({ graph, specs, nodeId }) ?? '')
  if (source) {
    const inside = fieldsInside({
      fields: specs.get(source.type)?.outputFields ?? [],
      list: 'items',
    })
    const variables = inside
      .filter(({ path }) => !path.includes('[]'))
      .map(({ path, type, description }): OfferedVariable => ({
        path: `item.${path}`,
        label: `item · ${spaced(path)}`,
        type,
        description,
      }))
    const whole = { path: 'item', label: 'item', type: 'object', description: '' } as const
    groups.push({
      kind: 'item',
      title: source.label,
      variables: variables.length > 0 ? variables : [whole],
    })
  }
  for (const id of upstreamOf({ graph, nodeId })) {
    const node = nodes.get(id)
    const fields = specs.get(node?.type ?? '')?.outputFields ?? []
    if (!node || fields.length === 0) continue
    groups.push({
      kind: 'node',
      title: node.label,
      variables: fields
        .filter(({ path }) => !path.includes('[]'))
        .map(({ path, type, description }) => ({
          path: `nodes.${id}.output.${path}`,
          label: `${node.label} · ${spaced(path)}`,
          type,
          description,
        })),
    })
  }
  groups.push({
    kind: 'words',
    title: '',
    variables: [
      { path: 'index', label: 'index', type: 'number', description: '' },
      { path: 'previous_output', label: 'previous output', type: 'string', description: '' },
    ],
  })
  return groups.filter(({ variables }) => variables.length > 0)
}

/** Ids of all nodes before a node, the nearest first. */
export function upstreamOf({ graph, nodeId }: { graph: WorkflowGraph; nodeId: string }): string[] {
  const incoming = new Map<string, string[]>()
  for (const { source, target } of graph.edges) {
    const sources = incoming.get(target)
    if (sources) sources.push(source)
    else incoming.set(target, [source])
  }
  const seen = new Set([nodeId])
  const found: string[] = []
  for (const id of queueFrom(nodeId)) {
    if (id !== nodeId) found.push(id)
  }
  return found

  /** Breadth first; the queue grows while it is read. */
  function queueFrom(start: string): string[] {
    const queue = [start]
    for (const id of queue) {
      for (const source of incoming.get(id) ?? []) {
        if (seen.has(source)) continue
        seen.add(source)
        queue.push(source)
      }
    }
    return queue
  }
}

/** The node whose items a node goes through one by one, if it does. */
export function itemSource({
  graph,
  specs,
  nodeId,
}: {
  graph: WorkflowGraph
  specs: NodeRulesMap
  nodeId: string
}): string | null {
  const node = graph.nodes.find(({ id }) => id === nodeId)
  const references = specs.get(node?.type ?? '')?.references ?? []
  for (const { key, asItem } of references) {
    const value = asItem ? node?.config[key] : undefined
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return null
}

function inputVariable({
  name,
  label,
  type,
  description,
  options,
}: TemplateInput): OfferedVariable[] {
  if (typeof name !== 'string' || name === '') return []
  const types = { number: 'number', slider: 'number', checkbox: 'boolean' } as const
  const about = [label === name ? '' : label, description ?? ''].filter(Boolean).join(' · ')
  return [
    {
      path: name,
      label: name,
      type: type in types ? types[type as keyof typeof types] : 'string',
      description: about,
      ...(type === 'select' && Array.isArray(options) ? { options } : {}),
    },
  ]
}

/** What a chip says for any path, also for one that nobody offers. */
export function labelOfPath({ path, graph }: { path: string; graph: WorkflowGraph }): string {
  const [, nodeId, rest] = /^nodes\.([^.[]+)\.output\.(.+)$/.exec(path) ?? []
  if (nodeId !== undefined && rest !== undefined) {
    const label = graph.nodes.find(({ id }) => id === nodeId)?.label ?? nodeId
    return `${label} · ${spaced(rest)}`
  }
  if (path.startsWith('item.')) return `item · ${spaced(path.slice('item.'.length))}`
  return path === 'previous_output' ? 'previous output' : path.replace(/^params\./, '')
}

const spaced = (path: string): string => path.replaceAll('_', ' ').replaceAll('.', ' · ')
