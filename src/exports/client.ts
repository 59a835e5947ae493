/** What runs in a browser: components, by their paths in the config, and the client for scripts. */
export { AttachmentsField } from '../admin-components/attachments/AttachmentsField/index.js'
export * from '../client/index.js'
