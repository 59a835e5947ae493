import type { BuiltInLimits } from './builtIn.js'
import type { NodeDefinition, NodeSpec } from './defineNode.js'

import { PermanentNodeError } from '../runtime/errors.js'
import { createBuiltInNodes } from './builtIn.js'

/** As in graph/types.ts; also keeps names of Object.prototype out. */
const TYPE = /^[a-z][a-z0-9_]{0,63}$/

export interface NodeRegistry {
  specs: ReadonlyMap<string, NodeSpec>
  /** @throws PermanentNodeError `unknown_node_type` */
  get: (type: string) => NodeDefinition
}

/** Built-in nodes, then the host's; throws an Error at start when a host's type cannot be used. */
export function createNodeRegistry({
  hostNodes,
  limits,
}: {
  hostNodes: readonly NodeDefinition[]
  limits?: BuiltInLimits
}): NodeRegistry {
  const nodes = new Map(createBuiltInNodes(limits).map((node) => [node.spec.type, node]))
  const builtIn = new Set(nodes.keys())
  for (const node of hostNodes) {
    const { type } = node.spec
    if (!TYPE.test(type)) {
      throw new Error(
        `The node type «${type}» is not well-formed: use lower-case letters, digits and _, a letter first, 64 at most.`,
      )
    }
    if (nodes.has(type)) {
      const by = builtIn.has(type) ? 'built in' : 'registered already'
      throw new Error(`The node type «${type}» is ${by}. Give this node another type.`)
    }
    nodes.set(type, node)
  }
  return {
    specs: new Map([...nodes].map(([type, { spec }]) => [type, spec])),
    get: (type) => {
      const node = nodes.get(type)
      if (node) return node
      throw new PermanentNodeError({
        code: 'unknown_node_type',
        message: `This site knows no node type «${type}». The plugin that brought it may have been removed. Known types: ${[...nodes.keys()].join(', ')}.`,
      })
    },
  }
}
