import type { BuilderHandle } from '../context.js'
import type { TestSession } from './session.js'

import { makeOf, settlePins } from './pins.js'
import { testSessionOf } from './session.js'

/** Whether the newest test has something of this node that the next ones could repeat. */
export function canPin({ handle, nodeId }: { handle: BuilderHandle; nodeId: string }): boolean {
  const session = testSessionOf(handle)
  const detail = session.detail.get()
  const state = detail?.nodes.find(({ id }) => id === nodeId)
  if (!detail || state?.status !== 'completed') return false
  if (detail.discardedAt && !state.pinnedFrom) return false
  // It ran with other settings than it has now: what it made is no longer what it would make.
  const ran = session.shown.get()?.graph.nodes.find(({ id }) => id === nodeId)
  const now = nodeOf(handle, nodeId)
  return ran !== undefined && now !== undefined && makeOf(ran) === makeOf(now)
}

export const isPinned = ({ handle, nodeId }: { handle: BuilderHandle; nodeId: string }): boolean =>
  Object.hasOwn(testSessionOf(handle).pins.get(), nodeId)

/** @returns whether the node is pinned now */
export function togglePin({ handle, nodeId }: { handle: BuilderHandle; nodeId: string }): boolean {
  const { pins, detail } = testSessionOf(handle)
  const { [nodeId]: known, ...others } = pins.get()
  if (known) {
    pins.set(others)
    return false
  }
  const node = nodeOf(handle, nodeId)
  const run = detail.get()
  if (!node || !run || !canPin({ handle, nodeId })) return false
  // Of a node that was itself a repetition, the run that really made it.
  const from = run.nodes.find(({ id }) => id === nodeId)?.pinnedFrom ?? run.id
  pins.set({ ...others, [nodeId]: { executionId: from, made: makeOf(node) } })
  return true
}

/** Unpins what has changed since. @returns the names of what was unpinned */
export function dropStalePins(handle: BuilderHandle): string[] {
  const { pins } = testSessionOf(handle)
  const { graph } = handle.store.getState().document
  const { kept, dropped } = settlePins({ pins: pins.get(), graph })
  pins.set(kept)
  return dropped
}

/** Nodes whose output of this execution is pinned: throwing the rest away must leave them. */
export const pinnedNodesOf = ({
  session,
  executionId,
}: {
  session: TestSession
  executionId: string
}): string[] =>
  Object.entries(session.pins.get()).flatMap(([node, pin]) =>
    pin.executionId === executionId ? [node] : [],
  )

const nodeOf = ({ store }: BuilderHandle, nodeId: string) =>
  store.getState().document.graph.nodes.find(({ id }) => id === nodeId)
