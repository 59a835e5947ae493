'use client'

import { useMemo } from 'react'

import type { WorkflowGraph } from '../../client/types.js'

import { builtInSpecs } from '../../plugins/workflows/nodes/specs.js'
import { describeFlow } from '../flow/describeFlow.js'
import { Flow } from '../flow/Flow/index.js'

const SPECS = new Map(builtInSpecs.map((spec) => [spec.type, spec]))

/** The flow to look at, with what each step is set to. */
export function PreviewFlow({ graph, label }: { graph: WorkflowGraph; label: string }) {
  const flow = useMemo(() => describeFlow({ graph, specs: SPECS }), [graph])
  return <Flow graph={flow} label={label} />
}
