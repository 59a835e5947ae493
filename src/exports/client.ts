/** What runs in a browser: components, by their paths in the config, and the client for scripts. */
export { ActiveWorkflowsAction } from '../admin-components/active-workflows/Action.js'
export { WorkflowsProvider } from '../admin-components/active-workflows/Provider.js'
export { AttachmentsField } from '../admin-components/attachments/AttachmentsField/index.js'
export { ExecutionStatusCell } from '../admin-components/monitor/StatusCell.js'
export * from '../client/index.js'
