'use client'

import { useMemo } from 'react'

import type { JsonObject, WorkflowGraph } from '../../client/types.js'

import { quantityParam } from '../../plugins/workflows/graph/quantityParam.js'
import { builtInSpecs } from '../../plugins/workflows/nodes/specs.js'
import { describeFlow } from '../flow/describeFlow.js'
import { Flow } from '../flow/Flow/index.js'

const SPECS = new Map(builtInSpecs.map((spec) => [spec.type, spec]))

/** The flow to look at, with what each step is set to. */
export function PreviewFlow({
  graph,
  params,
  label,
}: {
  graph: WorkflowGraph
  /** What quantities stand for, so that a card says `10 copies`. */
  params: JsonObject
  label: string
}) {
  const flow = useMemo(
    () => describeFlow({ graph: withQuantities({ graph, params }), specs: SPECS }),
    [graph, params],
  )
  return <Flow graph={flow} label={label} />
}

function withQuantities({ graph, params }: { graph: WorkflowGraph; params: JsonObject }) {
  const nodes = graph.nodes.map((node) => {
    const name = quantityParam(node.config.quantity)
    const value = name === null ? undefined : params[name]
    return typeof value === 'number'
      ? { ...node, config: { ...node.config, quantity: value } }
      : node
  })
  return { ...graph, nodes }
}
