/** The client without anything of React or the admin: for scripts, tests and servers. */
export { createWorkflowsClient, type WorkflowsClient } from './createWorkflowsClient.js'
export type { ClientOptions } from './createRequester.js'
export { WorkflowsApiError, type ApiIssue } from './WorkflowsApiError.js'
export type * from './types.js'
export type * from './events/types.js'
