import type { WorkflowTemplate } from '../../../../collections/workflow-templates/types.js'
import type { JsonObject, TemplateInput, WorkflowGraph } from '../../graph/types.js'
import type { HostId } from '../../runtime/cmsTypes.js'

import { idOf } from '../../access/hostIds.js'

export interface TemplateSummary {
  id: HostId
  name: string
  description: string
  category: string
  workspace: HostId | null
  isSystem: boolean
  /** `draft`: never published, so it cannot be launched yet. */
  status: 'draft' | 'published'
  nodeCount: number
  usageCount: number
  successRate: number | null
  averageExecutionMs: number | null
  createdAt: string
  updatedAt: string
}

export interface TemplateDetail extends TemplateSummary {
  graph: WorkflowGraph
  inputs: TemplateInput[]
  defaultParams: JsonObject
}

export function presentSummary(row: WorkflowTemplate): TemplateSummary {
  return {
    id: row.id,
    name: row.name ?? 'Untitled',
    description: row.description ?? '',
    category: row.category ?? 'Custom',
    workspace: idOf(row.workspace),
    isSystem: row.isSystem === true,
    status: row._status === 'published' ? 'published' : 'draft',
    nodeCount: row.nodeCount ?? 0,
    usageCount: row.usageCount ?? 0,
    successRate: row.successRate ?? null,
    averageExecutionMs: row.averageExecutionMs ?? null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

export function presentDetail(row: WorkflowTemplate): TemplateDetail {
  return {
    ...presentSummary(row),
    graph: row.graph ?? { nodes: [], edges: [] },
    inputs: row.inputs ?? [],
    defaultParams: row.defaultParams ?? {},
  }
}
