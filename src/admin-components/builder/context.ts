'use client'

import { createContext, use, useSyncExternalStore } from 'react'

import type { NodeSpec } from '../../plugins/workflows/nodes/defineNode.js'
import type { Id } from '../../client/types.js'
import type { BuilderState, BuilderStore } from './store/types.js'

/** States of the newest test run, shown on the same canvas; null when none was made or it was closed. */
export interface TestRunView {
  executionId: string
  /** Card views by node id, as the monitor draws them. */
  views: ReadonlyMap<string, import('../flow/types.js').CardView>
  branches: ReadonlyMap<string, string>
}

/** One opened builder: what palette, canvas, panel and toolbar share. */
export interface BuilderHandle {
  store: BuilderStore
  /** Undefined before the first save. */
  templateId: Id | undefined
  /** Built-in and host node types. A host's config schema is only approximate in the browser. */
  specs: ReadonlyMap<string, NodeSpec>
  /** JSON Schema of each type's config, with the `field` metadata: forms are drawn from it. */
  configSchemas: ReadonlyMap<string, Record<string, unknown>>
  /** Canvas acts that need React Flow; set by the canvas when it is mounted. */
  canvas: { current: CanvasActs | null }
  testRun: {
    current: TestRunView | null
    subscribe: (listener: () => void) => () => void
    /** Puts another view (or none) in place and tells those who draw it. */
    show: (view: TestRunView | null) => void
  }
}

export interface CanvasActs {
  fit: () => void
  /** Centres and selects a node, and gives it the keyboard focus. */
  reveal: (nodeId: string) => void
  /** Moves the picture as little as shows this part of it, in flow coordinates. */
  bringIntoView: (box: { x: number; y: number; width: number; height: number }) => void
  tidy: () => void
  /** Opens the palette popover at the cursor or in the middle. */
  openPalette: () => void
  /** Flow coordinates of the middle of what one sees. */
  middle: () => { x: number; y: number }
}

export const BuilderContext = createContext<BuilderHandle | null>(null)

/** @throws Error outside of a builder. */
export function useBuilder(): BuilderHandle {
  const handle = use(BuilderContext)
  if (!handle) throw new Error('payload-workflows: this must be inside a builder.')
  return handle
}

/** Rerenders when the picked value changes (by identity): pick parts, never build objects. */
export function useBuilderState<Picked>(pick: (state: BuilderState) => Picked): Picked {
  const { store } = useBuilder()
  const read = () => pick(store.getState())
  return useSyncExternalStore(store.subscribe, read, read)
}
