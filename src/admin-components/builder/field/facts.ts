import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { NodeRules } from '../../../plugins/workflows/graph/types.js'

/** A JSON Schema as zod writes it, with the `field` metadata of the plugin's forms. */
export type JsonSchema = Record<string, unknown>

/** A host's node type without its functions: all that can cross from the server to the browser. */
export interface NodeTypeFacts
  extends
    Pick<
      NodeRules,
      | 'type'
      | 'label'
      | 'inputs'
      | 'outputs'
      | 'outputFields'
      | 'templateFields'
      | 'quantityField'
      | 'quantityMax'
      | 'itemsFromField'
      | 'references'
      | 'conditionFields'
      | 'produces'
    >,
    Pick<NodeSpec, 'description' | 'icon' | 'category'> {
  configSchema: JsonSchema
}

/** What the server tells the builder of the site. Nothing of a user or a template. */
export interface BuilderFacts {
  hostNodeTypes: NodeTypeFacts[]
}
