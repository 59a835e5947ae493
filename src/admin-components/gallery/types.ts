import type { Id, JsonObject } from '../../client/types.js'
import type { FlowDrawing } from './drawFlow.js'

export interface ExampleOutput {
  title: string
  text?: string
  image?: { alt: string }
}

/** What a card shows, and what the preview cannot ask the API for. */
export interface GalleryCard {
  id: Id
  name: string
  description: string
  category: string
  isSystem: boolean
  status: 'draft' | 'published'
  nodeCount: number
  usageCount: number
  /** Editor where it belongs; of a system template, editor anywhere. */
  mayLaunch: boolean
  drawing: FlowDrawing
  example: { inputs: JsonObject; outputs: ExampleOutput[] } | null
}

export const SORTS = ['-usageCount', '-createdAt', 'name'] as const
export type GallerySort = (typeof SORTS)[number]

/** What the address says. */
export interface GalleryFilters {
  category: string | null
  search: string
  sort: GallerySort
  page: number
}

/** Six rows of four: enough to look around, few enough to be there at once. */
export const PAGE_SIZE = 24
