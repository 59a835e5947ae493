'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import type { JsonObject, WorkflowGraph } from '../../client/types.js'

import { specMap } from '../../plugins/workflows/nodes/specs.js'
import { createSay } from '../../plugins/workflows/translations/nodeTexts/createSay.js'
import { translateSpecs } from '../../plugins/workflows/translations/nodeTexts/translateSpecs.js'
import { describeFlow } from '../flow/describeFlow.js'
import { Flow } from '../flow/Flow/index.js'

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
  const { i18n } = useTranslation()
  const specs = useMemo(() => translateSpecs({ specs: specMap(), say: createSay(i18n) }), [i18n])
  const flow = useMemo(() => describeFlow({ graph, specs, params }), [graph, params, specs])
  return <Flow graph={flow} label={label} />
}
