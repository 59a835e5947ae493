import type { PayloadRequest, Where } from 'payload'

import type { TemplateCategory } from '../../../../collections/workflow-templates/categories.js'

import { TEMPLATE_CATEGORIES } from '../../../../collections/workflow-templates/categories.js'
import { toTemplate } from '../../../../collections/workflow-templates/types.js'
import { parseHostId } from '../../access/hostIds.js'
import { requireUser } from '../../access/requireUser.js'
import { getPluginContext } from '../../pluginContext.js'
import { slugs } from '../../slugs.js'
import { presentSummary, type TemplateSummary } from './present.js'

export const TEMPLATE_SORTS = ['-usageCount', '-createdAt', 'name'] as const

export interface TemplateFilters {
  workspace?: string
  category?: TemplateCategory
  search?: string
  sort: (typeof TEMPLATE_SORTS)[number]
  includeSystem: boolean
  limit: number
  page: number
}

export interface TemplateList {
  docs: TemplateSummary[]
  totalDocs: number
  page: number
  limit: number
  /** How many there are of each category under the other filters. */
  categories: Record<string, number>
}

/** A gallery shows cards; the graphs stay in the database. */
const CARD_FIELDS = {
  name: true,
  description: true,
  category: true,
  workspace: true,
  isSystem: true,
  _status: true,
  nodeCount: true,
  usageCount: true,
  successRate: true,
  averageExecutionMs: true,
  createdAt: true,
  updatedAt: true,
} as const

/** Words of a search that count; more are no search, but work for the database. */
const MAX_WORDS = 10

export async function listTemplates({
  req,
  filters,
}: {
  req: PayloadRequest
  filters: TemplateFilters
}): Promise<TemplateList> {
  requireUser(req)
  const { category, sort, limit, page } = filters
  const others = [...placeFilter({ req, filters }), ...searchFilter(filters.search)]
  const asUser = { overrideAccess: false, req, user: req.user } as const
  const withCategory = (name: string): Where => ({
    and: [...others, { category: { equals: name } }],
  })
  const [found, ...counts] = await Promise.all([
    req.payload.find({
      ...asUser,
      collection: slugs.templates,
      depth: 0,
      limit,
      page,
      select: CARD_FIELDS,
      // The id last: equal figures must not let a card appear on two pages.
      sort: [sort, ...(sort === '-createdAt' ? [] : ['-createdAt']), 'id'],
      where: category ? withCategory(category) : { and: others },
    }),
    ...TEMPLATE_CATEGORIES.map((name) =>
      req.payload.count({ ...asUser, collection: slugs.templates, where: withCategory(name) }),
    ),
  ])
  return {
    docs: found.docs.map((doc) => presentSummary(toTemplate(doc))),
    totalDocs: found.totalDocs,
    page,
    limit,
    categories: Object.fromEntries(
      TEMPLATE_CATEGORIES.map((name, index) => [name, counts[index]?.totalDocs ?? 0]),
    ),
  }
}

/** A workspace that is not the user's filters to nothing of its own: access adds its own condition. */
function placeFilter({ req, filters }: { req: PayloadRequest; filters: TemplateFilters }): Where[] {
  const { workspaces } = getPluginContext(req.payload).slugs
  const isSystem: Where = { isSystem: { equals: true } }
  const notSystem: Where = { isSystem: { not_equals: true } }
  const place: Where[] = []
  if (filters.workspace !== undefined && workspaces) {
    const id = parseHostId({
      payload: req.payload,
      collection: workspaces,
      value: filters.workspace,
    })
    const there: Where = id === null ? { id: { exists: false } } : { workspace: { equals: id } }
    place.push(filters.includeSystem ? { or: [there, isSystem] } : there)
  }
  if (!filters.includeSystem) place.push(notSystem)
  return place
}

/** Every word somewhere in the name or the description, in any order. */
function searchFilter(search: string | undefined): Where[] {
  const words = (search ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  return words.map((word): Where => {
    // `contains` is LIKE underneath, and Payload leaves its wildcards alive.
    const literal = word.replace(/[\\%_]/g, '\\$&')
    return { or: [{ name: { contains: literal } }, { description: { contains: literal } }] }
  })
}
