import type { TemplateInput } from '../../plugins/workflows/graph/types.js'
import type { ExecutionDetail } from '../../plugins/workflows/operations/executions/types.js'
import type { LaunchAgain } from '../active-workflows/context.js'
import type { FlowGraph } from '../flow/types.js'

/** What the server view hands to the browser. */
export interface MonitorProps {
  initial: ExecutionDetail
  graph: FlowGraph
  inputs: TemplateInput[]
  /** Names of what the detail has as ids. */
  names: { launchedBy: string | null; project: string | null; collections: Record<string, string> }
  slugs: { executions: string; media: string; templates: string }
  /** Null = may control; else the sentence that says why not. */
  refusal: string | null
  madeFrom: { documents: number; files: number }
  /** The review that the address asks for. */
  review: string | null
  /** What it was launched with besides its params, to launch it again. */
  context: LaunchAgain['context']
  /** Dollars that one more item of a node is likely to cost; absent where no price is known. */
  itemCosts: Record<string, number>
  /** When the page was made: the browser's first picture must be the server's. */
  now: number
}

/** What somebody did, as it was heard; the detail does not keep it. */
export interface Heard {
  at: string
  action: 'adjust' | 'pause' | 'resume' | 'retry' | 'skip' | 'stop' | 'timeout'
  nodeId: string | null
}
