import type { TemplateCategory } from '../collections/workflow-templates/categories.js'
import type { JsonObject, TemplateInput, WorkflowGraph } from '../plugins/workflows/graph/types.js'

/** A template that comes with the plugin. The seeder keeps each site's row equal to it. */
export interface SystemTemplate {
  /** Finds the row on every site; never changes, whatever the name becomes. */
  key: string
  name: string
  description: string
  category: TemplateCategory
  graph: WorkflowGraph
  /** Every required one has a default, so that a launch without params works. */
  inputs: TemplateInput[]
  defaultParams: JsonObject
  /** Shown in the preview. Not stored: they belong to the code as the pictures beside it do. */
  examples: TemplateExample[]
}

/** What was asked for and a part of what came of it. */
export interface TemplateExample {
  inputs: JsonObject
  outputs: { title: string; text?: string; image?: { alt: string } }[]
}
