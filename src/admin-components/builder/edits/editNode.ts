import type { JsonObject, JsonValue } from '../../../plugins/workflows/graph/types.js'
import type { Edit } from '../store/types.js'

import { canonicalJson } from '../../../plugins/workflows/graph/canonicalJson.js'
import { changeNode } from './replaceParts.js'

/** Longest note at a node and on the canvas, as graph/limits.ts has it. */
export { MAX_NOTE_CHARACTERS } from '../../../plugins/workflows/graph/limits.js'

/** Other settings altogether. */
export const setConfig =
  ({ nodeId, config }: { nodeId: string; config: JsonObject }): Edit =>
  (document) =>
    changeNode(document, nodeId, (node) =>
      canonicalJson(node.config) === canonicalJson(config) ? node : { ...node, config },
    )

/** One setting; `undefined` takes it out. */
export const setConfigValue =
  ({ nodeId, key, value }: { nodeId: string; key: string; value: JsonValue | undefined }): Edit =>
  (document) =>
    changeNode(document, nodeId, (node) => {
      const before = Object.hasOwn(node.config, key) ? node.config[key] : undefined
      if (before === value) return node
      if (value !== undefined && canonicalJson(before) === canonicalJson(value)) return node
      const entries = Object.entries(node.config).filter(
        ([name]) => name !== key || value !== undefined,
      )
      const config = Object.fromEntries(entries)
      return { ...node, config: value === undefined ? config : { ...config, [key]: value } }
    })

/** What the node is called on the canvas; its id, which prompts use, stays. */
export const setLabel =
  ({ nodeId, label }: { nodeId: string; label: string }): Edit =>
  (document) =>
    changeNode(document, nodeId, (node) => (node.label === label ? node : { ...node, label }))

/** What colleagues should know of it; empty takes it away. */
export const setNodeNotes =
  ({ nodeId, notes }: { nodeId: string; notes: string }): Edit =>
  (document) =>
    changeNode(document, nodeId, (node) => {
      if ((node.notes ?? '') === notes) return node
      const { notes: _before, ...rest } = node
      return notes === '' ? rest : { ...rest, notes }
    })
