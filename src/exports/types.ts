export type {
  ActingUser,
  DocumentsOption,
  LimitsOption,
  MediaOption,
  Membership,
  StartWorker,
  WorkerOption,
  WorkflowsPluginOptions,
  WorkspaceRole,
} from '../plugins/workflows/options.js'
export type {
  ExecutionPlan,
  GraphEdge,
  GraphNode,
  GraphProblem,
  JsonObject,
  JsonValue,
  TemplateInput,
  WorkflowGraph,
} from '../plugins/workflows/graph/types.js'
export type {
  NodeDefinition,
  NodeHandler,
  NodeInput,
  NodeOutcome,
  NodeSpec,
} from '../plugins/workflows/nodes/defineNode.js'
export type { NodeContext } from '../plugins/workflows/runtime/nodeContext.js'
export type { CmsWriter } from '../plugins/workflows/runtime/cmsTypes.js'
export type {
  ImageRequest,
  ImageResult,
  MessagePart,
  PriceTable,
  Provider,
  ProviderCall,
  ProviderCapabilities,
  ProviderErrorAction,
  ProviderErrorCode,
  TextRequest,
  TextResult,
} from '../plugins/workflows/providers/types.js'
