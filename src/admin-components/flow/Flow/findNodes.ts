import type { FlowStep } from '../types.js'

/** More do not fit below the field, and one types on instead. */
const MOST_FOUND = 8

/** By label, id or type; those whose label begins with the words come first. */
export function findNodes({
  steps,
  text,
}: {
  steps: readonly FlowStep[]
  text: string
}): FlowStep[] {
  const wanted = fold(text.trim())
  if (wanted === '') return []
  const rank = ({ id, label: name, type }: FlowStep): number => {
    const label = fold(name)
    if (label.startsWith(wanted)) return 0
    if (label.includes(wanted)) return 1
    return fold(id).includes(wanted) || fold(type).includes(wanted) ? 2 : 3
  }
  return steps
    .map((step) => ({ step, rank: rank(step) }))
    .filter(({ rank: place }) => place < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_FOUND)
    .map(({ step }) => step)
}

/** Without marks and case: «uber» finds «Über». */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
