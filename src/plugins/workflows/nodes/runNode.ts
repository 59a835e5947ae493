import type { JsonObject } from '../graph/types.js'
import type { NodeContext } from '../runtime/nodeContext.js'
import type { FakeAnswer, FakeContext, FakeWriter } from './createFakeContext.js'
import type { NodeDefinition, NodeInput, NodeOutcome } from './defineNode.js'
import type { ImageResult } from '../providers/types.js'

import { renderPrompt } from '../graph/liquid.js'
import { resolveField } from '../graph/resolveField.js'
import { createFakeContext, createFakeWriter } from './createFakeContext.js'

export interface RunNodeInput extends Partial<Omit<NodeInput, 'config' | 'upstream'>> {
  node: NodeDefinition
  /** As it would stand in a template; the node's own schema fills in defaults. */
  config?: JsonObject
  /** What the nodes before it made. Short for one source: `[{ items: [{ text: 'One' }] }]`. */
  upstream?: (Partial<NodeInput['upstream'][number]> & { items: JsonObject[] })[]
  params?: JsonObject
  /** What the model says, one answer a call. */
  answers?: FakeAnswer[]
  image?: Partial<ImageResult>
  /** Anything else of the surroundings, such as `signal` or `contextSources`. */
  context?: Partial<NodeContext>
}

export interface RunNodeResult {
  /** What later nodes see: the handler's output with what `write` answered. */
  output: JsonObject
  /** What the handler itself answered. */
  outcome: NodeOutcome
  /** What `write` asked for, in order: `['createDocument', { … }]`. */
  writes: FakeWriter['calls']
  textCalls: FakeContext['textCalls']
  imageCalls: FakeContext['imageCalls']
  logs: string[]
}

/**
 * Runs one agent job of a node with nothing around it: no database, no Payload, no provider. Config is checked
 * and prompts are rendered as a worker does.
 * @example
 * const { output } = await runNode({ node: shoutNode, upstream: [{ items: [{ text: 'hello' }] }] })
 */
export async function runNode({
  node,
  config = {},
  upstream = [],
  params = {},
  answers = [],
  image,
  context: given = {},
  index = 0,
  quantity = 1,
  item = null,
}: RunNodeInput): Promise<RunNodeResult> {
  const sources = upstream.map((source, at) => ({
    nodeId: `source-${at + 1}`,
    type: 'generate_copy',
    ...source,
  }))
  const outputs = Object.fromEntries(
    sources.map(({ nodeId, items }) => [
      nodeId,
      { text: textOf(items), items, count: items.length },
    ]),
  )
  const scope = {
    ...params,
    params,
    // People count from one: "variation 3 of 10".
    index: index + 1,
    item,
    previous_output: textOf(sources.flatMap(({ items }) => items)),
    nodes: Object.fromEntries(Object.entries(outputs).map(([id, output]) => [id, { output }])),
  }
  const base = createFakeContext({ answers, ...(image && { image }) })
  const context: NodeContext = {
    ...base,
    execution: { ...base.execution, params },
    node: { id: 'node', label: node.spec.label, type: node.spec.type },
    render: (template) => renderPrompt({ template, scope }),
    resolve: (field) => resolveField({ field, params, outputs }),
    ...given,
  }
  const checked = node.spec.configSchema.parse(config)
  const outcome = await node.handler(
    { config: checked, index, quantity, item, upstream: sources },
    context,
  )
  const writer = createFakeWriter()
  const written = (await outcome.write?.(writer)) ?? {}
  const { textCalls, imageCalls, logs } = base
  return {
    output: { ...outcome.output, ...written },
    outcome,
    writes: writer.calls,
    textCalls,
    imageCalls,
    logs,
  }
}

const textOf = (items: readonly JsonObject[]): string =>
  items.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])).join('\n\n')
