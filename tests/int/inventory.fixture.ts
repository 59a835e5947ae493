import type { Person } from '../support/workflow.js'

/** Who is asked, in the order of every row below. `rival` owns another workspace, `demo` owns this one. */
export const PEOPLE = [
  'nobody',
  'rival',
  'viewer',
  'editor',
  'demo',
  'admin',
] as const satisfies Person[]

/** One status a person, in their order. */
type Row = [
  nobody: number,
  rival: number,
  viewer: number,
  editor: number,
  owner: number,
  admin: number,
]

/** What there is in the workspace that is asked about. */
export interface Things {
  workspace: string
  template: string
  /** A run that waits for a review; it stays so whatever is asked. */
  execution: string
  document: string
  image: string
}

export interface Expected {
  /** Fills the path's ids; without it the path has none. */
  path?: (things: Things) => string
  json?: (things: Things) => unknown
  expect: Row
}

const UNKNOWN = '00000000-0000-4000-8000-000000000000'

/** Everybody with a login, whatever they may do elsewhere. */
const LOGGED_IN: Row = [401, 200, 200, 200, 200, 200]
/** Members of the workspace. To others it is not there. */
const MEMBERS: Row = [401, 404, 200, 200, 200, 200]
/**
 * Those who may change it get through to `status`, which is a refusal of the thing itself: nothing changes, so that
 * every row can be asked in any order.
 */
const editors = (status: number): Row => [401, 404, 403, status, status, status]

const one = ({ execution }: Things) => `/workflows/executions/${execution}`
const template = ({ template: id }: Things) => `/workflows/templates/${id}`
const attachments = ({ document }: Things) => `/documents/${document}/attachments`

const NO_GRAPH = { nodes: [], edges: [] }

/** Every route of the plugin. A route without a row here is a route that nobody has thought about: the test is red. */
export const ROUTES: Record<string, Expected> = {
  'get /workflows/health': { expect: [200, 200, 200, 200, 200, 200] },
  // For machines: 404 to everybody on a site without the option `worker.secret`; tests/int/machines.spec.ts.
  'post /workflows/work': { json: () => ({}), expect: [404, 404, 404, 404, 404, 404] },
  'get /workflows/metrics': { expect: [404, 404, 404, 404, 404, 404] },

  'get /workflows/node-types': { expect: LOGGED_IN },
  'get /workflows/models': { expect: LOGGED_IN },
  'get /workflows/collections': { expect: LOGGED_IN },
  'get /workflows/templates': { expect: LOGGED_IN },
  'post /workflows/templates': {
    json: ({ workspace }) => ({ name: 'X', category: 'Custom', workspace, graph: NO_GRAPH }),
    expect: editors(422),
  },
  'post /workflows/templates/validate': {
    json: () => ({ graph: NO_GRAPH }),
    expect: [401, 422, 422, 422, 422, 422],
  },
  'post /workflows/templates/import': {
    json: ({ workspace }) => ({
      format: 'payload-workflows/template',
      version: 1,
      name: 'X',
      category: 'Custom',
      workspace,
      graph: NO_GRAPH,
    }),
    expect: editors(422),
  },
  'get /workflows/templates/:id': { path: template, expect: MEMBERS },
  'put /workflows/templates/:id': {
    path: template,
    json: () => ({ graph: NO_GRAPH }),
    expect: editors(422),
  },
  // In use by the run that waits.
  'delete /workflows/templates/:id': { path: template, json: () => ({}), expect: editors(409) },
  'post /workflows/templates/:id/clone': {
    path: (things) => `${template(things)}/clone`,
    json: ({ workspace }) => ({ workspace }),
    expect: [401, 404, 403, 201, 201, 201],
  },
  'get /workflows/templates/:id/export': {
    path: (things) => `${template(things)}/export`,
    expect: MEMBERS,
  },
  'post /workflows/templates/:id/estimate': {
    path: (things) => `${template(things)}/estimate`,
    json: () => ({ params: { topic: 'tea' } }),
    expect: MEMBERS,
  },

  'post /workflows/executions/launch': {
    json: (things) => ({ template: things.template, params: {} }),
    expect: editors(422),
  },
  'get /workflows/executions': { expect: LOGGED_IN },
  'get /workflows/reviews': { expect: LOGGED_IN },
  'get /workflows/executions/:id': { path: one, expect: MEMBERS },
  'patch /workflows/executions/:id': {
    path: one,
    json: () => ({ params: { count: 'many' } }),
    expect: editors(422),
  },
  'get /workflows/executions/:id/events': {
    path: (things) => `${one(things)}/events`,
    expect: MEMBERS,
  },
  'post /workflows/executions/:id/pause': {
    path: (things) => `${one(things)}/pause`,
    json: () => ({}),
    expect: editors(409),
  },
  'post /workflows/executions/:id/resume': {
    path: (things) => `${one(things)}/resume`,
    json: () => ({}),
    expect: editors(409),
  },
  'post /workflows/executions/:id/stop': {
    path: (things) => `${one(things)}/stop`,
    // Changes it, so each who may has a run of their own.
    json: () => ({}),
    expect: editors(200),
  },
  'post /workflows/executions/:id/retry-node': {
    path: (things) => `${one(things)}/retry-node`,
    json: () => ({ nodeId: 'nowhere' }),
    expect: editors(422),
  },
  'post /workflows/executions/:id/skip-node': {
    path: (things) => `${one(things)}/skip-node`,
    json: () => ({ nodeId: 'nowhere' }),
    expect: editors(422),
  },
  'post /workflows/executions/:id/review': {
    path: (things) => `${one(things)}/review`,
    json: () => ({ nodeId: 'look', decision: 'approve', selected: ['nobody'] }),
    expect: editors(422),
  },
  'post /workflows/executions/:id/discard': {
    path: (things) => `${one(things)}/discard`,
    json: () => ({}),
    expect: editors(409),
  },

  'get /documents/:id/provenance': {
    path: ({ document }) => `/documents/${document}/provenance`,
    expect: MEMBERS,
  },
  'get /media/:id/provenance': {
    path: ({ image }) => `/media/${image}/provenance`,
    expect: MEMBERS,
  },
  'get /documents/:id/attachments': { path: attachments, expect: MEMBERS },
  'post /documents/:id/attachments': {
    path: attachments,
    json: () => ({ imageIds: [UNKNOWN] }),
    expect: editors(404),
  },
  'put /documents/:id/attachments/order': {
    path: (things) => `${attachments(things)}/order`,
    json: () => ({ imageIds: [UNKNOWN] }),
    expect: editors(404),
  },
  'put /documents/:id/attachments/:imageId/primary': {
    path: (things) => `${attachments(things)}/${UNKNOWN}/primary`,
    json: () => ({}),
    expect: editors(404),
  },
  'patch /documents/:id/attachments/:imageId': {
    path: (things) => `${attachments(things)}/${UNKNOWN}`,
    json: () => ({ caption: 'Words' }),
    expect: editors(404),
  },
  'delete /documents/:id/attachments/:imageId': {
    path: (things) => `${attachments(things)}/${UNKNOWN}`,
    json: () => ({}),
    expect: editors(404),
  },
}

const ID = '(id: "$EXECUTION")'

/** GraphQL: the source, and for each person a status; 200 = an answer without errors. */
export const FIELDS: Record<string, { source: string; expect: Row }> = {
  workflowTemplates: { source: '{ workflowTemplates { docs { id } } }', expect: LOGGED_IN },
  workflowExecutions: { source: '{ workflowExecutions { docs { id } } }', expect: LOGGED_IN },
  workflowExecution: { source: `{ workflowExecution${ID} { id } }`, expect: MEMBERS },
  documentAttachments: {
    source: '{ documentAttachments(collection: "documents", id: "$DOCUMENT") { totalCount } }',
    expect: MEMBERS,
  },
  launchWorkflow: {
    source: 'mutation { launchWorkflow(template: "$TEMPLATE", params: {}) { id } }',
    expect: editors(422),
  },
  pauseWorkflow: { source: `mutation { pauseWorkflow${ID} { id } }`, expect: editors(409) },
  resumeWorkflow: { source: `mutation { resumeWorkflow${ID} { id } }`, expect: editors(409) },
  stopWorkflow: { source: `mutation { stopWorkflow${ID} { id } }`, expect: editors(200) },
  retryWorkflowNode: {
    source: 'mutation { retryWorkflowNode(id: "$EXECUTION", nodeId: "nowhere") { id } }',
    expect: editors(422),
  },
  skipWorkflowNode: {
    source: 'mutation { skipWorkflowNode(id: "$EXECUTION", nodeId: "nowhere") { id } }',
    expect: editors(422),
  },
  reviewWorkflowNode: {
    source:
      'mutation { reviewWorkflowNode(id: "$EXECUTION", nodeId: "look", decision: "approve", selected: ["nobody"]) { id } }',
    expect: editors(422),
  },
  cloneWorkflowTemplate: {
    source: 'mutation { cloneWorkflowTemplate(id: "$TEMPLATE", workspace: "$WORKSPACE") { id } }',
    expect: editors(200),
  },
  attachImages: {
    source: `mutation { attachImages(collection: "documents", id: "$DOCUMENT", imageIds: ["${UNKNOWN}"]) { totalCount } }`,
    expect: editors(404),
  },
  detachImage: {
    source: `mutation { detachImage(collection: "documents", id: "$DOCUMENT", imageId: "${UNKNOWN}") { totalCount } }`,
    expect: editors(404),
  },
  setPrimaryImage: {
    source: `mutation { setPrimaryImage(collection: "documents", id: "$DOCUMENT", imageId: "${UNKNOWN}") { totalCount } }`,
    expect: editors(404),
  },
}

/**
 * Every component that the config names. `view` runs on the server and asks for the rights itself (tests/e2e); `browser`
 * holds no data but what it asks the routes above for.
 */
export const COMPONENTS: Record<string, 'browser' | 'view'> = {
  'payload-workflows/rsc#BuilderField': 'view',
  // Shows two versions that Payload has read by its own rules.
  'payload-workflows/rsc#GraphDiff': 'view',
  'payload-workflows/rsc#Gallery': 'view',
  'payload-workflows/rsc#Monitor': 'view',
  'payload-workflows/rsc#Reviews': 'view',
  'payload-workflows/client#ActiveWorkflowsAction': 'browser',
  'payload-workflows/client#AttachmentsField': 'browser',
  'payload-workflows/client#AttachToolbarButton': 'browser',
  'payload-workflows/client#BuilderNoButton': 'browser',
  'payload-workflows/client#BuilderToolbar': 'browser',
  'payload-workflows/client#ExecutionFilters': 'browser',
  'payload-workflows/client#ExecutionStatusCell': 'browser',
  'payload-workflows/client#ProvenanceField': 'browser',
  'payload-workflows/client#ReviewsNavLink': 'browser',
  'payload-workflows/client#TestCell': 'browser',
  'payload-workflows/client#WorkflowsProvider': 'browser',
}
