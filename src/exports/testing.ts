/** For tests of a site's own nodes: no server, no database, no model. */
export {
  createFakeContext,
  createFakeWriter,
  type FakeAnswer,
  type FakeContext,
  type FakeWriter,
} from '../plugins/workflows/nodes/createFakeContext.js'
export {
  runNode,
  type RunNodeInput,
  type RunNodeResult,
} from '../plugins/workflows/nodes/runNode.js'
