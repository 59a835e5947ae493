import type { BuilderHandle } from '../../context.js'

import { createCell, type Cell } from '../../canvas/session/cell.js'

/** Where somebody wants to go who chose a problem: a path as problems have it, `inputs[1].name`. */
export interface Jump {
  path: string
  nodeId?: string | undefined
}

const cells = new WeakMap<BuilderHandle['store'], Cell<Jump | null>>()

/** The jump nobody has followed yet; who opens what it leads to sets it back to null. */
export function jumpCellOf({ store }: Pick<BuilderHandle, 'store'>): Cell<Jump | null> {
  const known = cells.get(store)
  if (known) return known
  const cell = createCell<Jump | null>(null)
  cells.set(store, cell)
  return cell
}
