import type { WorkflowsClient } from '../../../client/createWorkflowsClient.js'
import type { CardView } from '../../flow/types.js'
import type { MonitorFace } from '../Header/index.js'
import type { LiveState } from '../applyEvent.js'
import type { MonitorProps } from '../types.js'
import type { Controls } from '../useControls.js'

export interface BodyProps {
  props: MonitorProps
  live: LiveState
  views: ReadonlyMap<string, CardView>
  now: number
  face: MonitorFace
  api: WorkflowsClient
  accept: (detail: LiveState['detail']) => void
  controls: Controls
  /** What somebody has chosen; null: `selected` is what there is to look at. */
  chosen: string | null
  selected: string | null
  onSelect: (id: string | null) => void
  /** Selects a node and shows it in the flow. */
  onOpen: (id: string) => void
  onFace: (face: MonitorFace) => void
}
