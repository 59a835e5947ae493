import type { Edge, Node, NodeProps } from '@xyflow/react'

import type {
  CanvasNote,
  GraphProblem,
  PortSpec,
} from '../../../../plugins/workflows/graph/types.js'
import type { CardView, FlowStep } from '../../../flow/types.js'
import type { Size } from '../../edits/nodeSize.js'
import type { BuilderState } from '../../store/types.js'

/** What the drawing is made from. */
export type Drawn = Pick<BuilderState, 'document' | 'selection' | 'problems'>

/** What a card is drawn from. The same object for as long as nothing of it changed. */
export interface StepData extends Record<string, unknown> {
  step: FlowStep
  problems: readonly GraphProblem[]
  inputs: readonly PortSpec[]
  outputs: readonly PortSpec[]
  /** Nothing comes in: its left handle shows only when it is wanted. */
  isRoot: boolean
  typeLabel: string
  /** Of the card, unless a test run shows more in it. */
  size: Size
}

export interface NoteData extends Record<string, unknown> {
  note: CanvasNote
}

export interface LineData extends Record<string, unknown> {
  /** One of its ends, or itself, is selected. */
  isTouched: boolean
  isRefused: boolean
  /** One of several branches of a parallel: it may stand inside its frame. */
  isLane: boolean
}

export type StepElement = Node<StepData, 'step'>
export type NoteElement = Node<NoteData, 'note'>
export type CanvasNode = StepElement | NoteElement
export type CanvasEdge = Edge<LineData, 'line'>

export interface CardProps extends NodeProps<StepElement> {
  /** What the newest test run did with it. */
  view: CardView | undefined
}

const NOTE = 'note:'

/** Ids of nodes never have a colon, so a note cannot be taken for one. */
export const noteElementId = (noteId: string): string => `${NOTE}${noteId}`

/** Null for a node. */
export const noteIdOf = (elementId: string): string | null =>
  elementId.startsWith(NOTE) ? elementId.slice(NOTE.length) : null
