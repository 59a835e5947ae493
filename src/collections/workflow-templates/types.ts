import type {
  JsonObject,
  TemplateInput,
  WorkflowGraph,
} from '../../plugins/workflows/graph/types.js'
import type { HostId } from '../../plugins/workflows/runtime/cmsTypes.js'
import type { TemplateCategory } from './categories.js'

/** A row of `workflow-templates` as our own calls read it (`depth: 0`). */
export interface WorkflowTemplate {
  id: HostId
  name: string | null
  description?: string | null
  category?: TemplateCategory | null
  /** Null: a system template, or a site without workspaces. */
  workspace?: HostId | null
  /** A draft's graph may hold problems, but is always two lists of objects. */
  graph?: WorkflowGraph | null
  inputs?: TemplateInput[] | null
  defaultParams?: JsonObject | null
  isSystem?: boolean | null
  /** Which system template this is; the seeder finds it by this. */
  systemKey?: string | null
  /** Hash of the content the seeder wrote last. */
  systemVersion?: string | null
  nodeCount?: number | null
  usageCount?: number | null
  /** 0-1 over finished executions; null before the first. */
  successRate?: number | null
  averageExecutionMs?: number | null
  createdBy?: HostId | null
  _status?: 'draft' | 'published' | null
  createdAt: string
  updatedAt: string
}

/**
 * Boundary with Payload: a site's generated types describe this collection only in that site's
 * program, never in the package's. Both casts are true because `fields.ts` makes these columns.
 */
export function toTemplate(doc: unknown): WorkflowTemplate {
  return doc as WorkflowTemplate
}

export function toTemplateData(data: Partial<WorkflowTemplate>): never {
  return data as never
}
