export { workflowsPlugin } from './plugins/workflows/index.js'
export { defineNode } from './plugins/workflows/nodes/defineNode.js'
export { demoProvider } from './plugins/workflows/providers/demo/demoProvider.js'
export { openAIProvider } from './plugins/workflows/providers/openai.js'
export { providersFromEnv } from './plugins/workflows/providers/fromEnv.js'
export {
  PermanentNodeError,
  ProviderError,
  RetryLaterError,
} from './plugins/workflows/runtime/errors.js'
export type * from './exports/types.js'
