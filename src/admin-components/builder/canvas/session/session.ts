'use client'

import type { BuilderHandle } from '../../context.js'

import { useBuilder } from '../../context.js'
import type { Transform } from '@xyflow/react'

import { createDetail, type Detail } from '../detail/createDetail.js'
import { type Cell, createCell } from './cell.js'

export interface Point {
  x: number
  y: number
}

/** One end of a connection that is being made. */
export interface Outlet {
  nodeId: string
  handleId: string
  side: 'source' | 'target'
}

/** The list of nodes over the canvas: where it opens, and what the chosen one is for. */
export interface PaletteRequest {
  /** In the window. */
  at: Point
  /** On the canvas: where the new node goes; absent: behind the selected one. */
  position?: Point
  /** The new node is connected with it. */
  from?: Outlet
  /** The new node goes between the ends of this edge. */
  onEdge?: string
}

/** Of every port that the running connection could end at: null fits, else why it does not. */
export interface Connecting {
  from: Outlet
  verdicts: ReadonlyMap<string, string | null>
  /** Nodes with at least one port that fits. */
  fitting: ReadonlySet<string>
}

export interface Guide {
  axis: 'x' | 'y'
  /** Flow coordinate of the line, and how far it reaches. */
  at: number
  from: number
  to: number
}

/** What lasts as long as a gesture or an open popover; nothing of it is saved. */
export interface CanvasSession {
  palette: Cell<PaletteRequest | null>
  /** Keyboard: choosing what to connect this outlet with. */
  targets: Cell<{ from: Outlet; at: Point } | null>
  connecting: Cell<Connecting | null>
  menu: Cell<{ nodeId: string; at: Point } | null>
  renaming: Cell<string | null>
  editingNote: Cell<string | null>
  /** Edge that would take in what is being dropped. */
  overEdge: Cell<string | null>
  /** Edge that shows its buttons. */
  edgeTools: Cell<string | null>
  guides: Cell<readonly Guide[]>
  /** Zoomed out so far that cards cannot be read: they are drawn as boxes, edges as one path. */
  isFar: Cell<boolean>
  /** The picture is being moved or zoomed. */
  isMoving: Cell<boolean>
  /** Where the picture stands. */
  view: Cell<Transform>
  /** Tells React Flow, which is behind while the picture moves (`useView`). */
  settleView: Cell<(() => void) | null>
  /** As `view`, and while the picture moves a moment behind it (`useShownView`). */
  shownView: Cell<Transform>
  /** As `view`, once the picture stands still: for what is drawn with it and laid out anew. */
  restView: Cell<Transform>
  /** Cards are being moved. */
  isDragging: Cell<boolean>
  detail: Detail
  /** Edges that are elements of their own; the others are out of the picture or in the one path. */
  shownEdges: Cell<ReadonlySet<string>>
  hasFarEdges: Cell<boolean>
  /** From afar: the edge that the pointer is at. */
  edgeUnder: Cell<string | null>
  /** From afar: which edge is at this place of the window; null while there is no canvas. */
  findEdge: Cell<((at: Point) => string | null) | null>
  refusal: Cell<{ text: string; at: Point } | null>
  /** A node type on its way from the palette. */
  carried: Cell<{ type: string; at: Point } | null>
  isHelpOpen: Cell<boolean>
  said: Cell<{ text: string; nonce: number }>
  /** Where the pointer was last seen over the canvas, in the window. */
  pointer: Cell<Point | null>
  /** From the window to the canvas; null while there is no canvas. */
  toFlow: Cell<((at: Point) => Point) | null>
}

const sessions = new WeakMap<BuilderHandle, CanvasSession>()

/** Palette and canvas are neighbours: both find the same session by the builder they belong to. */
export function sessionOf(handle: BuilderHandle): CanvasSession {
  const known = sessions.get(handle)
  if (known) return known
  const session: CanvasSession = {
    palette: createCell<PaletteRequest | null>(null),
    targets: createCell<{ from: Outlet; at: Point } | null>(null),
    connecting: createCell<Connecting | null>(null),
    menu: createCell<{ nodeId: string; at: Point } | null>(null),
    renaming: createCell<string | null>(null),
    editingNote: createCell<string | null>(null),
    overEdge: createCell<string | null>(null),
    edgeTools: createCell<string | null>(null),
    guides: createCell<readonly Guide[]>([]),
    isFar: createCell(false),
    isMoving: createCell(false),
    view: createCell<Transform>([0, 0, 1]),
    settleView: createCell<(() => void) | null>(null),
    shownView: createCell<Transform>([0, 0, 1]),
    restView: createCell<Transform>([0, 0, 1]),
    isDragging: createCell(false),
    detail: createDetail(),
    shownEdges: createCell<ReadonlySet<string>>(new Set()),
    hasFarEdges: createCell(false),
    edgeUnder: createCell<string | null>(null),
    findEdge: createCell<((at: Point) => string | null) | null>(null),
    refusal: createCell<{ text: string; at: Point } | null>(null),
    carried: createCell<{ type: string; at: Point } | null>(null),
    isHelpOpen: createCell(false),
    said: createCell({ text: '', nonce: 0 }),
    pointer: createCell<Point | null>(null),
    toFlow: createCell<((at: Point) => Point) | null>(null),
  }
  sessions.set(handle, session)
  return session
}

export const useSession = (): CanvasSession => sessionOf(useBuilder())

/** Told to screen readers, even when it is the same sentence again. */
export function say(session: CanvasSession, text: string): void {
  session.said.set({ text, nonce: session.said.get().nonce + 1 })
}

/** One port of one node, as the key of `verdicts`. */
export const portKey = (nodeId: string, handleId: string): string => `${nodeId} ${handleId}`
