import { setTimeout as sleep } from 'node:timers/promises'

import { z } from 'zod'

import { defineNode, type NodeDefinition } from '../../../src/plugins/workflows/nodes/defineNode.js'
import type {
  GraphEdge,
  GraphNode,
  WorkflowGraph,
} from '../../../src/plugins/workflows/graph/types.js'
import { stepOutput } from '../types.js'

/** A host's node that does nothing, or only waits; `onStep` is its first line. */
export const benchStep = (onStep: () => void): NodeDefinition =>
  defineNode({
    spec: {
      type: 'bench_step',
      label: 'Step',
      description: 'For the bench.',
      icon: 'pen',
      category: 'custom',
      inputs: [{ id: 'in', label: 'In', kinds: ['copy', 'image', 'pass', 'signal'] }],
      outputs: [{ id: 'out', label: 'Out', kinds: ['pass'] }],
      configSchema: z.strictObject({ sleepMs: z.number() }),
      outputFields: [],
      templateFields: [],
      produces: 'pass',
      summarize: () => '',
    },
    handler: async ({ config: { sleepMs }, index }) => {
      onStep()
      if (sleepMs > 0) await sleep(sleepMs)
      return { output: stepOutput(index) }
    },
  })

const node = (id: string, type: string, config: GraphNode['config']): GraphNode => ({
  id,
  type,
  label: id,
  position: { x: 0, y: 0 },
  config,
})

const step = (id: string, sleepMs = 0): GraphNode => node(id, 'bench_step', { sleepMs })

const edge = (source: string, target: string): GraphEdge => ({
  id: `${source}-${target}`,
  source,
  target,
})

/** Steps one after the other. */
export function chainGraph(length: number): WorkflowGraph {
  const ids = Array.from({ length }, (_, at) => `step${at + 1}`)
  return {
    nodes: ids.map((id) => step(id)),
    edges: ids.slice(1).map((id, at) => edge(ids[at] ?? '', id)),
  }
}

/** One step, `width` side by side, one behind all of them. */
export function fanGraph(width: number, sleepMs: number): WorkflowGraph {
  const branches = Array.from({ length: width }, (_, at) => `branch${at + 1}`)
  return {
    nodes: [step('start'), ...branches.map((id) => step(id, sleepMs)), step('merge')],
    edges: branches.flatMap((id) => [edge('start', id), edge(id, 'merge')]),
  }
}

/** Copies and images that do not wait for each other. */
export const documentsGraph = ({
  copies,
  images,
  provider,
}: {
  copies: number
  images: number
  /** @default the first, over HTTP */
  provider?: string
}): WorkflowGraph => ({
  nodes: [
    node('both', 'parallel', { maxConcurrent: 50, waitForAll: true, continueOnError: false }),
    node('copy', 'generate_copy', {
      ...(provider && { provider }),
      promptTemplate: 'Write about rivers',
      quantity: copies,
      contextMode: 'none',
      outputStatus: 'draft',
    }),
    node('image', 'generate_image', {
      ...(provider && { provider }),
      promptTemplate: 'Paint a river',
      style: 'minimalist',
      dimensions: '1024x1024',
      quantity: images,
    }),
  ],
  edges: [edge('both', 'copy'), edge('both', 'image')],
})
