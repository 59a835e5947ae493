import type { ZodType } from 'zod'

import type { GraphNode, JsonObject, JsonValue } from '../graph/types.js'
import type { NodeContext } from '../runtime/nodeContext.js'
import type { CmsWriter } from '../runtime/cmsTypes.js'

/** What an edge can carry: generated copies, generated images, whatever came in, or only "go on". */
export type PortKind = 'copy' | 'image' | 'pass' | 'signal'

export interface PortSpec {
  /** `in`, `out`, or a branch name such as `true`. */
  id: string
  label: string
  kinds: PortKind[]
  /** Inputs only: the node makes no sense without it. */
  required?: boolean
}

/** A value that prompts and conditions may read as `nodes.<id>.output.<path>`. */
export interface OutputField {
  path: string
  type: 'string' | 'number' | 'boolean' | 'list' | 'object'
  description: string
}

/** How a config key is edited; read from the zod schema's metadata (`.meta({ field })`). */
export interface FieldMeta {
  control: 'text' | 'textarea' | 'prompt' | 'number' | 'slider' | 'select' | 'checkbox' | 'model' | 'documents' | 'node' | 'rules' | 'collection' | 'mapping' | 'users' | 'quantity'
  label: string
  help?: string
  placeholder?: string
  step?: number
  options?: { label: string; value: string }[]
  group?: 'setup' | 'output'
}

/** The browser-safe half of a node type. */
export interface NodeSpec<Config = JsonObject> {
  /** `^[a-z][a-z0-9_]{0,63}$`. */
  type: string
  label: string
  description: string
  /** Name of an icon of the admin's set, e.g. `pen`. */
  icon: string
  category: 'write' | 'image' | 'attach' | 'people' | 'flow' | 'custom'
  inputs: PortSpec[]
  outputs: PortSpec[]
  /** The one schema that checks the API's input, the builder's form and the handler's config. */
  configSchema: ZodType<Config>
  outputFields: OutputField[]
  /** Config keys that hold Liquid templates (checked for syntax and variables). */
  templateFields: string[]
  /** Config key that says how many agent jobs there are; absent = one. */
  quantityField?: string
  /** Config key that names a node whose items this one maps over, one job each. */
  itemsFromField?: string
  /** What it adds to the flow, for "needs a copy source and an image source". */
  produces: 'copy' | 'image' | 'none' | 'pass'
  /** Further checks that a schema cannot say. Return sentences with a path inside config. */
  check?: (args: { node: GraphNode; config: Config }) => { path: string; message: string }[]
  /** One line for the node card: `10 copies · draft · warm`. */
  summarize: (config: Config) => string
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
export interface NodeInput<Config = JsonObject> {
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
  /** Conditional only: the handle that is taken. */
  branch?: string
  /** Number of items this job passes on; default 1. */
  items?: number
  usage?: NodeUsage
  write?: (cms: CmsWriter) => Promise<JsonObject | void>
}

export type NodeHandler<Config = JsonObject> = (
  input: NodeInput<Config>,
  context: NodeContext,
) => Promise<NodeOutcome>

/** A node type is a pair: what the browser may see, and what only the worker runs. */
export interface NodeDefinition<Config = JsonObject> {
  spec: NodeSpec<Config>
  handler: NodeHandler<Config>
}

/**
 * Types a host's own node.
 * @example
 * defineNode({ spec: { type: 'shout', configSchema: z.object({ suffix: z.string() }), … }, handler: async (input) => ({ output: { text: '…' } }) })
 */
export function defineNode<Config>(definition: NodeDefinition<Config>): NodeDefinition {
  // The registry parses config with `configSchema` before the handler sees it, so the erased type is never trusted.
  return definition as NodeDefinition<never> as NodeDefinition
}

export type { JsonObject, JsonValue }
