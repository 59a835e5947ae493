import type { TemplateFilters } from '../plugins/workflows/operations/templates/listTemplates.js'
import type { TemplateDetail } from '../plugins/workflows/operations/templates/present.js'
import type {
  GraphProblem as OwnProblem,
  JsonObject,
  TemplateInput,
  WorkflowGraph,
} from '../plugins/workflows/graph/types.js'
import type { ExecutionFilters } from '../plugins/workflows/operations/executions/listExecutions.js'

export type {
  AttachmentList,
  AttachmentProvenance,
  AttachmentView,
} from '../plugins/workflows/operations/attachments/listAttachments.js'
export type { Adjustment } from '../plugins/workflows/operations/executions/adjustExecution.js'
export type {
  DiscardAnswer,
  DiscardedItem,
} from '../plugins/workflows/operations/executions/discardExecution.js'
export type { LaunchInput } from '../plugins/workflows/operations/executions/launchExecution.js'
export type {
  ExecutionList,
  ListedExecution,
} from '../plugins/workflows/operations/executions/listExecutions.js'
export type {
  ReviewList,
  WaitingReview,
} from '../plugins/workflows/operations/executions/listReviews.js'
export type { ReviewAnswer } from '../plugins/workflows/operations/executions/reviewNode.js'
export type {
  AgentJob,
  AgentJobStatus,
  ExecutionAction,
  ExecutionDetail,
  ExecutionStatus,
  ExecutionSummary,
  NodeState,
  NodeStatus,
  Progress,
} from '../plugins/workflows/operations/executions/types.js'
export type {
  Provenance,
  ProvenanceAnswer,
} from '../plugins/workflows/operations/provenance/readProvenance.js'
export type { Health } from '../plugins/workflows/operations/readHealth.js'
export type { TemplateFile } from '../plugins/workflows/operations/templates/exportTemplate.js'
export type {
  TargetCollection,
  TargetField,
} from '../plugins/workflows/operations/templates/listCollections.js'
export type {
  ModelList,
  ProviderModels,
} from '../plugins/workflows/operations/templates/listModels.js'
export type { NodeTypeDescription } from '../plugins/workflows/operations/templates/listNodeTypes.js'
export type { TemplateList } from '../plugins/workflows/operations/templates/listTemplates.js'
export type {
  TemplateDetail,
  TemplateSummary,
} from '../plugins/workflows/operations/templates/present.js'
export type { Estimate } from '../plugins/workflows/graph/estimate.js'
export type {
  GraphEdge,
  GraphNode,
  JsonObject,
  JsonValue,
  TemplateInput,
  WorkflowGraph,
} from '../plugins/workflows/graph/types.js'

/** As answers have it: in English, without what the admin says it by. */
export type GraphProblem = Omit<OwnProblem, 'words'>

/** Ids of the site: numbers with serial ids, else text. */
export type Id = number | string

export type ListTemplates = Partial<Omit<TemplateFilters, 'workspace'>> & { workspace?: Id }

export type ListExecutions = Partial<
  Omit<ExecutionFilters, 'project' | 'template' | 'workspace'>
> & { workspace?: Id; project?: Id; template?: Id }

export interface TemplateContent {
  graph: WorkflowGraph
  inputs?: TemplateInput[]
  defaultParams?: JsonObject
}

export interface NewTemplate extends TemplateContent {
  name: string
  description?: string
  category: TemplateDetail['category']
  workspace?: Id | null
}

export type TemplateChanges = Partial<NewTemplate>

export interface ValidGraph {
  valid: true
  /** Node ids in an order in which they can run. */
  executionOrder: string[]
}

/** A document of a collection that the plugin's options name. */
export interface DocumentRef {
  collection: string
  id: Id
}
