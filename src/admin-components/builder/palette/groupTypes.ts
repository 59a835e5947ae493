import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'

/** Headings of the palette, in this order. */
export const PALETTE_GROUPS = ['write', 'image', 'attach', 'people', 'flow', 'custom'] as const

export type PaletteGroup = (typeof PALETTE_GROUPS)[number]

/** Node types under their headings; only those that `search` finds, by name, type or description. */
export function groupTypes({
  specs,
  search = '',
}: {
  specs: Iterable<NodeSpec>
  search?: string
}): { group: PaletteGroup; specs: NodeSpec[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = [...specs].filter(({ label, type, description }) => {
    const text = `${label} ${type.replaceAll('_', ' ')} ${description}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return PALETTE_GROUPS.flatMap((group) => {
    const inGroup = found.filter(({ category }) => category === group)
    return inGroup.length > 0 ? [{ group, specs: inGroup }] : []
  })
}
