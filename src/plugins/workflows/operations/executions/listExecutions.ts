import type { PayloadRequest, Where } from 'payload'

import type { ExecutionStatus, ExecutionSummary } from './types.js'

import { asSlug, idOf, parseHostId } from '../../access/hostIds.js'
import { membershipsFor } from '../../access/memberships.js'
import { canEdit } from '../../access/predicates.js'
import { requireUser } from '../../access/requireUser.js'
import { readProgress } from '../../db/statements/readProgress.js'
import { getPluginContext } from '../../pluginContext.js'
import { getEngine } from '../../runtime/engine.js'
import { slugs } from '../../slugs.js'
import { iso } from './presentExecution.js'

export const EXECUTION_SORTS = [
  '-createdAt',
  'createdAt',
  '-startedAt',
  '-completedAt',
  'status',
] as const

export interface ExecutionFilters {
  workspace?: string
  project?: string
  template?: string
  status?: ExecutionStatus[]
  sort: (typeof EXECUTION_SORTS)[number]
  limit: number
  page: number
}

export interface ListedExecution extends ExecutionSummary {
  /** The user may pause, resume, stop and mend it. */
  mayControl?: boolean
}

export interface ExecutionList {
  docs: ListedExecution[]
  totalDocs: number
  page: number
  limit: number
  totalPages: number
}

/** Everything a list shows; params, snapshots and outputs stay in the database. */
const LIST_FIELDS = {
  templateName: true,
  template: true,
  workspace: true,
  project: true,
  launchedBy: true,
  status: true,
  pauseReason: true,
  test: true,
  progressPercent: true,
  itemsDone: true,
  itemsTotal: true,
  currentNodes: true,
  tokensIn: true,
  tokensOut: true,
  cost: true,
  error: true,
  startedAt: true,
  completedAt: true,
  createdAt: true,
} as const

/** A page of the executions the user may see. Filters that name nothing they can see find nothing. */
export async function listExecutions({
  req,
  filters,
}: {
  req: PayloadRequest
  filters: ExecutionFilters
}): Promise<ExecutionList> {
  requireUser(req)
  const { slugs: names } = getPluginContext(req.payload)
  const related = (
    field: string,
    collection: string | null,
    value: string | undefined,
  ): Where[] => {
    if (value === undefined || !collection) return []
    const id = parseHostId({ payload: req.payload, collection, value })
    return [id === null ? { id: { equals: '' } } : { [field]: { equals: id } }]
  }
  const where: Where = {
    and: [
      ...related('workspace', names.workspaces, filters.workspace),
      ...related('project', names.projects, filters.project),
      ...related('template', names.templates, filters.template),
      ...(filters.status ? [{ status: { in: filters.status } }] : []),
    ],
  }
  const { limit, page, sort } = filters
  const found = await req.payload.find({
    collection: asSlug(slugs.executions),
    depth: 0,
    limit,
    page,
    overrideAccess: false,
    req,
    select: LIST_FIELDS,
    sort: [sort, 'id'],
    user: req.user,
    where,
  })
  const { docs, totalDocs, totalPages } = found
  const memberships = await membershipsFor({ req })
  const shown = await withNodes(req, docs.map(presentSummary))
  return {
    docs: shown.map((one) => ({ ...one, mayControl: canEdit(memberships, one.workspace) })),
    totalDocs,
    totalPages,
    page,
    limit,
  }
}

/** Node counts and labels: one statement for the page, plans from memory. */
async function withNodes(
  req: PayloadRequest,
  summaries: ExecutionSummary[],
): Promise<ExecutionSummary[]> {
  if (summaries.length === 0) return summaries
  const engine = getEngine(req.payload)
  const rows = await readProgress(engine.pools.durable, { ids: summaries.map(({ id }) => id) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return Promise.all(
    summaries.map(async (summary) => {
      const row = byId.get(summary.id)
      if (!row) return summary
      const { progress } = summary
      const plan = progress.currentNodes.length > 0 ? await engine.plan(row.plan) : null
      const labels = new Map(plan?.nodes.map(({ id, label }) => [id, label]))
      return {
        ...summary,
        progress: {
          ...progress,
          completedNodes: row.done_nodes,
          totalNodes: row.nodes,
          currentNodes: progress.currentNodes.map(({ id }) => ({
            id,
            label: labels.get(id) ?? id,
          })),
        },
      }
    }),
  )
}

type Row = Partial<Record<keyof typeof LIST_FIELDS, unknown>> & { id: unknown }

function presentSummary(doc: unknown): ExecutionSummary {
  // Made by collections/workflow-executions/fields.ts; Payload's own types differ from site to site.
  const row = doc as Row
  const number = (value: unknown) => Number(value ?? 0)
  const date = (value: unknown) => iso(typeof value === 'string' ? value : null)
  const current = Array.isArray(row.currentNodes) ? row.currentNodes.map(String) : []
  return {
    id: String(row.id),
    template: { id: idOf(row.template), name: String(row.templateName ?? '') },
    workspace: idOf(row.workspace),
    project: idOf(row.project),
    launchedBy: idOf(row.launchedBy),
    status: row.status as ExecutionSummary['status'],
    pauseReason: (row.pauseReason ?? null) as ExecutionSummary['pauseReason'],
    test: row.test === true,
    progress: {
      percent: number(row.progressPercent),
      completedNodes: 0,
      totalNodes: 0,
      itemsDone: number(row.itemsDone),
      itemsTotal: number(row.itemsTotal),
      currentNodes: current.map((id) => ({ id, label: id })),
      etaMs: null,
    },
    totals: {
      tokensIn: number(row.tokensIn),
      tokensOut: number(row.tokensOut),
      cost: number(row.cost),
    },
    error: (row.error ?? null) as ExecutionSummary['error'],
    startedAt: date(row.startedAt),
    completedAt: date(row.completedAt),
    createdAt: date(row.createdAt) ?? '',
  }
}
