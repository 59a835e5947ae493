'use client'

import type { GraphNode, JsonObject } from '../../../../plugins/workflows/graph/types.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { PinControl } from './PinControl.js'

/** Longer outputs are read in the monitor. */
const SHOWN = 4_000

/** What the node made in the last test run. */
export function RunOutput({ node, output }: { node: GraphNode; output: JsonObject | null }) {
  const { t } = useWorkflowsTranslation()
  if (!output) {
    return (
      <section>
        <h3 className="workflows-panel__heading">{t('panel:lastRun')}</h3>
        <p className="workflows-panel__hint">{t('panel:noRun')}</p>
        <PinControl nodeId={node.id} />
      </section>
    )
  }
  const { text } = output
  const shown = typeof text === 'string' && text ? text : JSON.stringify(output, null, 2)
  return (
    <section>
      <h3 className="workflows-panel__heading">{t('panel:lastRun')}</h3>
      <pre className="workflows-run-output" dir="auto" tabIndex={0}>
        {shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown}
      </pre>
      <PinControl nodeId={node.id} />
    </section>
  )
}
