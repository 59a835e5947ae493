import type { GraphEdge, JsonObject } from '../../plugins/workflows/graph/types.js'
import type { PillStatus } from '../shared/StatusPill/index.js'

/** One node of a graph as it is drawn: plain data, so that a server view can hand it to the browser. */
export interface FlowStep {
  id: string
  type: string
  label: string
  /** One line of its config: `10 copies · draft`. */
  summary: string
  position: { x: number; y: number }
  /** Outgoing handles with a name of their own; empty when there is only one. */
  branches: { id: string; label: string }[]
  config: JsonObject
}

export interface FlowGraph {
  steps: FlowStep[]
  edges: GraphEdge[]
}

export interface Thumb {
  key: string
  url: string | null
  alt: string
  status: PillStatus
}

/** What a card shows besides what it is. Everything that moves is in here. */
export interface CardView {
  status: PillStatus
  /** Instead of the summary, when the state has more to say. */
  note?: string
  /** What the model writes at the moment. */
  text?: string
  thumbs?: Thumb[]
  done?: number
  total?: number
  /** Conditional: the branch that was taken. */
  branch?: string
}

/** `flowing`: feeds a node that runs. `dead`: was decided against. */
export type EdgeLook = 'dead' | 'flowing' | 'rest' | 'taken'
