/**
 * What a workflow is, as plain data. This folder is pure: it imports nothing but zod, liquidjs and
 * itself, so the server (save, launch) and the builder (live problems) judge with the same code.
 */

import type { ZodType } from 'zod'

import type { Phrase } from './sentence.js'

/** JSON as it may appear in a graph, in params and in outputs. */
export type JsonValue =
  string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
export type JsonObject = { [key: string]: JsonValue }

export interface WorkflowGraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
  /** Sticky notes of the canvas; the engine never reads them. Absent = none. */
  notes?: CanvasNote[]
}

/** Words on the canvas that belong to no node. */
export interface CanvasNote {
  id: string
  /** Plain text, at most 5,000 characters. */
  text: string
  position: { x: number; y: number }
  size: { width: number; height: number }
}

export interface GraphNode {
  /** `^[A-Za-z][A-Za-z0-9_-]{0,63}$`, no name that exists on Object.prototype. Unique in the graph. */
  id: string
  /** One of the seven built-in types or one that a host registered. */
  type: string
  label: string
  /** Canvas position in px. Has no meaning for the engine. */
  position: { x: number; y: number }
  /** Checked against the config schema of the node's type. */
  config: JsonObject
  /** What colleagues should know of it, plain text, at most 5,000 characters. */
  notes?: string
}

export interface GraphEdge {
  id: string
  source: string
  target: string
  /** `true` / `false` at a conditional, otherwise absent or `out`. */
  sourceHandle?: string
  /** Absent or `in`. */
  targetHandle?: string
}

export type TemplateInputType = 'text' | 'textarea' | 'number' | 'slider' | 'select' | 'checkbox'

/** One field of the launch form; its value is a param that prompts read as `{{name}}`. */
export interface TemplateInput {
  /** `^[A-Za-z][A-Za-z0-9_]{0,63}$`; not `index`, `item`, `previous_output`, `nodes`, `params`. */
  name: string
  label: string
  type: TemplateInputType
  required?: boolean
  default?: JsonValue
  /** Numbers and sliders: inclusive limits. Text: length limits. */
  min?: number
  max?: number
  /** Selects: the allowed values. */
  options?: { label: string; value: string }[]
  description?: string
}

export const PROBLEM_CODES = [
  'cycle_detected',
  'duplicate_id',
  'unknown_endpoint',
  'self_edge',
  'duplicate_edge',
  'invalid_connection',
  'orphaned_node',
  'missing_required_input',
  'unknown_node_type',
  'required_field_missing',
  'value_out_of_range',
  'invalid_type',
  'invalid_enum_value',
  'unknown_variable',
  'template_syntax_error',
  'empty_graph',
  'graph_too_large',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that is wrong, said so that a person can mend it. */
export interface GraphProblem {
  code: ProblemCode
  /** A sentence that names the thing, what is wrong and what is allowed. */
  message: string
  /** The same, to be said in another language. Stays inside: no answer of the API has it. */
  words?: Phrase
  /** Where, as `nodes[2].config.quantity`, `edges[0].target`, `inputs[1].name`, `params.topic`. */
  path: string
  nodeId?: string
  edgeId?: string
  /** `cycle`: the ids, first repeated last. `line`/`column`: 1-based, in the prompt template. */
  data?: { cycle?: string[]; line?: number; column?: number; allowed?: JsonValue[] }
}

/** What `compileGraph` makes of a valid graph: all the engine needs, nothing it must look up again. */
export interface ExecutionPlan {
  version: 1
  nodes: PlanNode[]
  /** Topological, ties in the order of the graph. */
  executionOrder: string[]
}

export interface PlanNode {
  id: string
  type: string
  label: string
  config: JsonObject
  /** Number of agent jobs: fixed, or the name of the param that says it, or one per item of a node. */
  quantity:
    | { kind: 'fixed'; value: number }
    | {
        kind: 'param'
        name: string
        /** Most jobs the node type allows; absent = 100. */ max?: number
      }
    | { kind: 'itemsOf'; nodeId: string }
  /** Successors in edge order. `branch` is the source handle that must be taken (conditional), else null. */
  successors: { nodeId: string; branch: string | null }[]
  /** Number of incoming edges. */
  inDegree: number
  /** Direct predecessors in edge order. */
  predecessors: string[]
  /** `first`: ready at the first live arrival, later ones are ignored (merge behind parallel, waitForAll false). */
  join: 'all' | 'first'
  /** `continue`: inside a parallel with continueOnError; a failure does not fail the execution. */
  onError: 'stop' | 'continue'
  /** Innermost parallel whose maxConcurrent limits this node's jobs. */
  lane: { parallelId: string; maxConcurrent: number } | null
  /** Review only: minutes until it approves itself, null = never. */
  autoApproveAfterMinutes: number | null
  /** Review only: some condition downstream reads its decision, so a rejection flows on instead of failing. */
  handlesRejection: boolean
  /**
   * Test runs only: the execution whose outputs this node's jobs take over instead of being run again.
   * Its quantity is then the fixed number of outputs that are stored there.
   */
  pinnedFrom?: string
  /** Node ids resolved from config or edges (attach, generate_image). */
  sources: { copy?: string[]; image?: string[]; items?: string[] }
}

/** What an edge can carry: generated copies, generated images, whatever came in, or only "go on". */
export type PortKind = 'copy' | 'image' | 'pass' | 'signal'

export interface PortSpec {
  /** `in`, `out`, or a branch name such as `true`. */
  id: string
  label: string
  kinds: PortKind[]
  /** Inputs only: the node makes no sense without it. */
  required?: boolean
  /** Inputs only: least number of edges, for what joins. Absent = 1 if required, else 0. */
  minEdges?: number
}

/** A config key that names one upstream node to work on. */
export interface NodeReference {
  key: string
  /** What that node must yield; `items` = anything that has a list of items. */
  needs: 'copy' | 'image' | 'items'
  /** Left out, the nearest such nodes before this one are taken; with none there, the node cannot work. */
  inferred?: boolean
  /** Prompts of this node may read the source's items one by one as `{{item}}`. */
  asItem?: boolean
}

/** A value that prompts and conditions may read as `nodes.<id>.output.<path>`. */
export interface OutputField {
  path: string
  type: 'string' | 'number' | 'boolean' | 'list' | 'object'
  description: string
}

/** What the graph code must know of a node type; `NodeSpec` adds how it looks. */
export interface NodeRules<Config = unknown> {
  /** `^[a-z][a-z0-9_]{0,63}$`. */
  type: string
  label: string
  inputs: PortSpec[]
  outputs: PortSpec[]
  /** The one schema that checks the API's input, the builder's form and the handler's config. */
  configSchema: ZodType<Config>
  /** What `nodes.<id>.output.<path>` may name. */
  outputFields: OutputField[]
  /** Config keys that hold Liquid templates (checked for syntax and variables). */
  templateFields: string[]
  /** Config key that says how many agent jobs there are; absent = one. */
  quantityField?: string
  /** Most agent jobs that `quantityField` may ask for. Absent = 100. */
  quantityMax?: number
  /** Config key that names a node whose items this one maps over, one job each. */
  itemsFromField?: string
  /** Config keys that name upstream nodes. */
  references?: NodeReference[]
  /** Config keys that hold lists of `{ field, operator, value }`. */
  conditionFields?: string[]
  /** What it adds to the flow, for "needs a copy source and an image source". */
  produces: 'copy' | 'image' | 'none' | 'pass'
  /** Further checks that a schema cannot say. `path` is inside config, e.g. `rules[0].value`. */
  check?: (args: {
    node: GraphNode
    config: Config
  }) => { code: ProblemCode; path: string; message: string; words?: Phrase }[]
}

/** All node types of a site, by type. */
export type NodeRulesMap = ReadonlyMap<string, NodeRules>
