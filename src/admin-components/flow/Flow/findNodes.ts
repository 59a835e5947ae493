import type { CardNode } from './FlowNode.js'

/** More do not fit below the field, and one types on instead. */
const MOST_FOUND = 8

/** By label, id or type; those whose label begins with the words come first. */
export function findNodes({
  nodes,
  text,
}: {
  nodes: readonly CardNode[]
  text: string
}): CardNode[] {
  const wanted = fold(text.trim())
  if (wanted === '') return []
  const rank = ({ id, data: { step } }: CardNode): number => {
    const label = fold(step.label)
    if (label.startsWith(wanted)) return 0
    if (label.includes(wanted)) return 1
    return fold(id).includes(wanted) || fold(step.type).includes(wanted) ? 2 : 3
  }
  return nodes
    .map((node) => ({ node, rank: rank(node) }))
    .filter(({ rank: place }) => place < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_FOUND)
    .map(({ node }) => node)
}

/** Without marks and case: «uber» finds «Über». */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
