'use client'

import type { Selection } from '../store/types.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../context.js'
import { RunDataContext } from './data/panelData.js'
import { useRunData } from './data/useRunData.js'
import { EdgePanel } from './EdgePanel.js'
import { ManyPanel } from './ManyPanel.js'
import { NodePanel } from './node/NodePanel.js'
import { useSettledSelection } from './useSettledSelection.js'
import { usePreloadedPromptEditor } from './prompt/loadPromptEditor.js'
import { WorkflowPanel } from './workflow/WorkflowPanel.js'
import '../../monitor/SidePanel/index.css'
import './controls/controls.css'
import './index.css'
import './node/node.css'

/** The right side of the builder: settings of what is selected, or of the workflow itself. */
export function Panel() {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const selection = useSettledSelection()
  const run = useRunData()
  usePreloadedPromptEditor()
  return (
    <RunDataContext value={run}>
      <section
        aria-label={t('panel:settings')}
        className="workflows-panel"
        // The next thing one types is another step of undo.
        onBlur={() => store.endGesture()}
        onKeyDown={keepFromSubmitting}
      >
        <PanelFace selection={selection} />
      </section>
    </RunDataContext>
  )
}

function PanelFace({ selection }: { selection: Selection }) {
  const { nodes, edges, notes } = selection
  const [nodeId] = nodes
  const [edgeId] = edges
  const node = useBuilderState(({ document }) =>
    document.graph.nodes.find(({ id }) => id === nodeId),
  )
  const edge = useBuilderState(({ document }) =>
    document.graph.edges.find(({ id }) => id === edgeId),
  )
  const count = nodes.length + edges.length + notes.length
  if (count > 1) return <ManyPanel selection={selection} />
  if (node) return <NodePanel key={node.id} node={node} />
  if (edge) return <EdgePanel edge={edge} key={edge.id} />
  if (notes.length === 1) return <ManyPanel selection={selection} />
  return <WorkflowPanel />
}

/** Enter in an input would submit Payload's form, which publishes. */
function keepFromSubmitting(event: React.KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
