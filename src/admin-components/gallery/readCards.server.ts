import type { PayloadRequest } from 'payload'

import type { TemplateCategory } from '../../collections/workflow-templates/categories.js'
import type { GalleryCard, GalleryFilters } from './types.js'

import { TEMPLATE_CATEGORIES } from '../../collections/workflow-templates/categories.js'
import { toTemplate } from '../../collections/workflow-templates/types.js'
import { membershipsFor } from '../../plugins/workflows/access/memberships.js'
import { canEdit, workspacesWithRole } from '../../plugins/workflows/access/predicates.js'
import { listTemplates } from '../../plugins/workflows/operations/templates/listTemplates.js'
import { slugs } from '../../plugins/workflows/slugs.js'
import { findSystemTemplate } from '../../seed/systemTemplates.js'
import { drawFlow } from './drawFlow.js'
import { PAGE_SIZE, SORTS } from './types.js'

type SearchParams = Record<string, string | string[] | undefined>

/** As many examples as the preview has room for. */
const MOST_EXAMPLES = 2

/** Whatever somebody wrote into the address: what makes no sense is left out. */
export function readFilters(params: SearchParams | undefined): GalleryFilters {
  const text = (name: string): string => {
    const value = params?.[name]
    return typeof value === 'string' ? value : ''
  }
  const page = Number(text('page'))
  return {
    category: TEMPLATE_CATEGORIES.find((name) => name === text('category')) ?? null,
    search: text('search').slice(0, 200),
    sort: SORTS.find((sort) => sort === text('sort')) ?? SORTS[0],
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

export interface GalleryPage {
  cards: GalleryCard[]
  total: number
  categories: { name: string; count: number }[]
}

/** A page of cards. Graphs are read here and stay here; the browser gets their drawings. */
export async function readCards({
  req,
  filters,
}: {
  req: PayloadRequest
  filters: GalleryFilters
}): Promise<GalleryPage> {
  const { category, ...others } = filters
  const list = await listTemplates({
    req,
    filters: {
      ...others,
      ...(category && { category: category as TemplateCategory }),
      includeSystem: true,
      limit: PAGE_SIZE,
    },
  })
  const { docs } = await req.payload.find({
    collection: slugs.templates,
    depth: 0,
    limit: PAGE_SIZE,
    overrideAccess: false,
    pagination: false,
    req,
    select: { graph: true, systemKey: true },
    // `systemKey` is hidden from APIs; it says which examples belong to the template.
    showHiddenFields: true,
    user: req.user,
    where: { id: { in: list.docs.map(({ id }) => id) } },
  })
  const memberships = await membershipsFor({ req })
  const editable = workspacesWithRole(memberships, 'editor')
  const mayLaunch = ({ isSystem, workspace }: (typeof list.docs)[number]) =>
    isSystem ? editable === 'all' || editable.length > 0 : canEdit(memberships, workspace)
  const rows = new Map(docs.map((doc) => [doc.id, toTemplate(doc)]))
  return {
    cards: list.docs.map((summary) => {
      const row = rows.get(summary.id)
      const [example] = findSystemTemplate(row?.systemKey)?.examples ?? []
      return {
        id: summary.id,
        name: summary.name,
        description: summary.description,
        category: summary.category,
        isSystem: summary.isSystem,
        status: summary.status,
        nodeCount: summary.nodeCount,
        usageCount: summary.usageCount,
        mayLaunch: mayLaunch(summary),
        drawing: drawFlow(row?.graph ?? { nodes: [], edges: [] }),
        example: example
          ? { inputs: example.inputs, outputs: example.outputs.slice(0, MOST_EXAMPLES) }
          : null,
      }
    }),
    total: list.totalDocs,
    categories: TEMPLATE_CATEGORIES.map((name) => ({ name, count: list.categories[name] ?? 0 })),
  }
}
