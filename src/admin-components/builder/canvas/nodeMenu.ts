import type { GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { IconName } from '../../shared/Icon/index.js'
import type { Translate } from '../../shared/useWorkflowsTranslation.js'
import type { BuilderHandle } from '../context.js'

/** One line of the menu of a card. */
export interface NodeMenuItem {
  key: string
  label: string
  icon: IconName
  /** Shown at the end of the line: `F2`. */
  keys?: string
  /** Why it cannot be done now; the line stays and says so. */
  disabledBecause?: string
  onSelect: () => void
}

/** Asked each time a menu opens. */
export type NodeMenuSource = (args: {
  node: GraphNode
  handle: BuilderHandle
  t: Translate
}) => NodeMenuItem[]

const sources = new Map<string, NodeMenuSource>()

/**
 * Adds lines to the menu of every card, between renaming and deleting; in the order of registration.
 * Registering the same name again replaces it (hot reload). @returns takes it away again.
 */
export function registerNodeMenu(name: string, source: NodeMenuSource): () => void {
  sources.set(name, source)
  return () => {
    if (sources.get(name) === source) sources.delete(name)
  }
}

/** What others have added, for this node. */
export const addedMenuItems: NodeMenuSource = (args) =>
  [...sources.values()].flatMap((source) => source(args))
