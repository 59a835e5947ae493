import type { JsonObject, NodeRules } from '../graph/types.js'
import type { NodeContext } from '../runtime/nodeContext.js'
import type { CmsWriter } from '../runtime/cmsTypes.js'
import type { Say } from '../translations/nodeTexts/say.js'

/** How a config key is edited; read from the zod schema's metadata (`.meta({ field })`). */
export interface FieldMeta {
  control:
    | 'text'
    | 'textarea'
    | 'prompt'
    | 'number'
    | 'slider'
    | 'select'
    | 'checkbox'
    | 'model'
    | 'documents'
    | 'node'
    | 'rules'
    | 'collection'
    | 'mapping'
    | 'users'
    | 'quantity'
  label: string
  help?: string
  placeholder?: string
  step?: number
  options?: { label: string; value: string }[]
  group?: 'setup' | 'output'
}

/** The browser-safe half of a node type: the rules the graph is checked by, and how it looks. */
export interface NodeSpec<Config = unknown> extends NodeRules<Config> {
  description: string
  /** Name of an icon of the admin's set, e.g. `pen`. */
  icon: string
  category: 'write' | 'image' | 'attach' | 'people' | 'flow' | 'custom'
  /** One line for the node card: `10 copies · draft · warm`. `say`: our own types speak the reader's language by it. */
  summarize: (config: Config, say?: Say) => string
}

/** One item as later nodes, prompts and reviews see it. snake_case, as Liquid authors expect. */
export type OutputItem = JsonObject

export interface NodeUsage {
  tokensIn: number
  tokensOut: number
  /** In US dollars by the site's price table; 0 when unknown. */
  cost: number
  model: string | null
}

/** What a handler was given to work on, all of it plain data. */
export interface NodeInput<Config = unknown> {
  config: Config
  /** 0-based number of this agent job and how many the node has. */
  index: number
  quantity: number
  /** The upstream item this job maps over, if the node maps. */
  item: OutputItem | null
  /** Items of the direct live predecessors (through passing nodes), in edge order. */
  upstream: { nodeId: string; type: string; items: OutputItem[] }[]
}

/**
 * What a handler answers. `write` runs later, inside the one transaction that also completes the job:
 * it may only use the writer it is given, and what it returns is merged into `output`.
 * It may run again after a crash: the effect ledger makes each slot happen once.
 */
export interface NodeOutcome {
  /** The job's own output. For generating nodes: one item. For others: the node's whole output. */
  output: JsonObject
  /** What was sent, for the monitor: `{ prompt, system?, model?, … }`. Never a secret. */
  input?: JsonObject
  /** Conditional only: the handle that is taken. */
  branch?: string
  /** Number of items this job passes on; default 1. */
  items?: number
  usage?: NodeUsage
  write?: (cms: CmsWriter) => Promise<JsonObject | void>
}

export type NodeHandler<Config = unknown> = (
  input: NodeInput<Config>,
  context: NodeContext,
) => Promise<NodeOutcome>

/** A node type is a pair: what the browser may see, and what only the worker runs. */
export interface NodeDefinition<Config = unknown> {
  spec: NodeSpec<Config>
  handler: NodeHandler<Config>
}

/**
 * Types a host's own node.
 * @example
 * defineNode({ spec: { type: 'shout', configSchema: z.object({ suffix: z.string() }), … }, handler: async (input) => ({ output: { text: '…' } }) })
 */
export function defineNode<Config>({ spec, handler }: NodeDefinition<Config>): NodeDefinition {
  // Parsing here is what makes the erased type safe: neither a summary nor a handler ever sees unchecked config.
  const parse = (config: unknown): Config => spec.configSchema.parse(config)
  const { check } = spec
  return {
    spec: {
      ...spec,
      check: check && (({ node, config }) => check({ node, config: parse(config) })),
      summarize: (config, say) => spec.summarize(parse(config), say),
    },
    handler: (input, context) => handler({ ...input, config: parse(input.config) }, context),
  }
}
