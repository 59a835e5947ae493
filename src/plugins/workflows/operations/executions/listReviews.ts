import type { PayloadRequest } from 'payload'

import type { WaitingReviewRow } from '../../db/statements/readWaitingReviews.js'
import type { Memberships } from '../../access/memberships.js'
import type { HostId } from '../../runtime/cmsTypes.js'
import type { WorkspaceRole } from '../../options.js'

import { asSlug, idOf, parseHostId } from '../../access/hostIds.js'
import { membershipsFor } from '../../access/memberships.js'
import { workspacesWithRole } from '../../access/predicates.js'
import { requireUser } from '../../access/requireUser.js'
import { readWaitingReviews } from '../../db/statements/readWaitingReviews.js'
import { getPluginContext } from '../../pluginContext.js'
import { getEngine } from '../../runtime/engine.js'
import { slugs } from '../../slugs.js'
import { iso } from './presentExecution.js'

export interface ReviewFilters {
  workspace?: string
  limit: number
  page: number
}

/** A review that waits for the user's answer. */
export interface WaitingReview {
  executionId: string
  nodeId: string
  /** Of the node. */
  label: string
  reviewType: string
  instructions: string
  template: { id: HostId | null; name: string }
  workspace: HostId | null
  project: { id: HostId; name: string | null } | null
  launchedBy: { id: HostId; name: string | null } | null
  test: boolean
  openedAt: string
  /** When it approves itself. */
  autoAt: string | null
}

export interface ReviewList {
  docs: WaitingReview[]
  totalDocs: number
  page: number
  limit: number
}

const SHOWN = {
  templateName: true,
  template: true,
  workspace: true,
  project: true,
  launchedBy: true,
  test: true,
} as const

/**
 * What waits for this user, the longest waiting first: reviews that name them, and those of every editor where they
 * are one. Two statements, however many there are; one when nothing waits.
 */
export async function listReviews({
  req,
  filters: { workspace, limit, page },
}: {
  req: PayloadRequest
  filters: ReviewFilters
}): Promise<ReviewList> {
  const user = requireUser(req)
  const { pools } = getEngine(req.payload)
  const wanted = workspaceFilter({ req, workspace })
  if (wanted.isUnknown) return { docs: [], totalDocs: 0, page, limit }
  const memberships = await membershipsFor({ req })
  const { rows, total } = await readWaitingReviews(pools.durable, {
    editable: reach(memberships, 'editor'),
    readable: reach(memberships, 'viewer'),
    names: [String(user.id), ...(user.email ? [user.email] : [])],
    workspace: wanted.id,
    limit,
    offset: (page - 1) * limit,
  })
  const executions = await readShown({ req, rows })
  const docs = rows.flatMap((row) => {
    const execution = executions.get(row.exec)
    return execution ? [present(row, execution)] : []
  })
  // A host may show less than its memberships say; what is not shown is not counted either.
  return { docs, totalDocs: total - (rows.length - docs.length), page, limit }
}

function reach(memberships: Memberships, role: WorkspaceRole): string[] | null {
  const workspaces = workspacesWithRole(memberships, role)
  return workspaces === 'all' ? null : workspaces.map(String)
}

/** `id: null` = every workspace. What names none finds nothing, as in the list of executions. */
function workspaceFilter({
  req,
  workspace,
}: {
  req: PayloadRequest
  workspace: string | undefined
}): { id: string | null; isUnknown: boolean } {
  const { workspaces } = getPluginContext(req.payload).slugs
  if (workspace === undefined || !workspaces) return { id: null, isUnknown: false }
  const id = parseHostId({ payload: req.payload, collection: workspaces, value: workspace })
  return { id: id === null ? null : String(id), isUnknown: id === null }
}

type Shown = Partial<Record<keyof typeof SHOWN, unknown>>

/** As the user, so that a host's own access rules count. */
async function readShown({
  req,
  rows,
}: {
  req: PayloadRequest
  rows: WaitingReviewRow[]
}): Promise<Map<string, Shown>> {
  if (rows.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: asSlug(slugs.executions),
    depth: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: SHOWN,
    user: req.user,
    where: { id: { in: [...new Set(rows.map(({ exec }) => exec))] } },
  })
  return new Map(docs.map((doc) => [String(doc.id), doc as Shown]))
}

function present(row: WaitingReviewRow, execution: Shown): WaitingReview {
  return {
    executionId: row.exec,
    nodeId: row.node,
    label: row.label,
    reviewType: row.review_type ?? 'approval',
    instructions: row.instructions ?? '',
    template: { id: idOf(execution.template), name: String(execution.templateName ?? '') },
    workspace: idOf(execution.workspace),
    project: named(execution.project),
    launchedBy: named(execution.launchedBy),
    test: execution.test === true,
    openedAt: iso(row.opened_at) ?? '',
    autoAt: iso(row.auto_at),
  }
}

/** Whatever the host calls its people and projects; null where the user may not read the name. */
function named(related: unknown): { id: HostId; name: string | null } | null {
  const id = idOf(related)
  if (id === null) return null
  const words = related !== null && typeof related === 'object' ? Object.entries(related) : []
  const fields = new Map<string, unknown>(words)
  const name = ['name', 'title', 'email'].map((field) => fields.get(field)).find(isWord)
  return { id, name: name ?? null }
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value !== ''
