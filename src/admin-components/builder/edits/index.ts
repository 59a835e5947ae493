/** Every change of a workflow, as pure functions on the document. What the builder's parts import. */
export { addNode, newNode } from './addNode.js'
export { alignNodes, distributeNodes, type AlignSide } from './arrange.js'
export { changeNodeId, whyNoNodeId } from './changeNodeId.js'
export { checkConnection, checkInsertion, type ConnectionCheck } from './connectionCheck.js'
export { connect, reconnect, type Ends } from './connect.js'
export { copyParts, duplicateParts, PARTS_KIND, type PartsClipboard } from './copyParts.js'
export { setConfig, setConfigValue, setLabel, setNodeNotes } from './editNode.js'
export {
  renameInput,
  setDefaultParam,
  setDefaultParams,
  setInputs,
  whyNoInputName,
} from './inputs.js'
export { insertOnEdge } from './insertOnEdge.js'
export { moveParts, nudgeParts } from './moveParts.js'
export { nodeSize } from './nodeSize.js'
export { addNote, newNote, NOTE_SIZE, SMALLEST_NOTE, updateNote } from './notes.js'
export { pasteParts, type PasteAnswer } from './pasteParts.js'
export { removeParts } from './removeParts.js'
export { replaceDocument } from './replaceDocument.js'
export { tidyGraph } from './tidyGraph.js'
