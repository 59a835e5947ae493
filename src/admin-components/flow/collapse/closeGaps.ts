interface Card {
  id: string
  position: { x: number; y: number }
  branches?: readonly unknown[]
}

interface Stretch {
  from: number
  to: number
}

/** A card as it is before anything is written into it; below it stays room for what will be. */
const WIDTH = 240
const HEIGHT = 54
const BRANCH = 28
/** The widest empty stretch that stays: what placeSteps.ts leaves between cards. */
const WIDEST_GAP = { x: 120, y: 136 }

/** Where cards stand when columns and rows without any are gone. Order and alignment stay. */
export function closeGaps(cards: readonly Card[]): Map<string, { x: number; y: number }> {
  const x = squeeze({
    stretches: cards.map(({ position }) => ({ from: position.x, to: position.x + WIDTH })),
    widest: WIDEST_GAP.x,
  })
  const y = squeeze({
    stretches: cards.map(({ position, branches = [] }) => ({
      from: position.y,
      to: position.y + HEIGHT + branches.length * BRANCH,
    })),
    widest: WIDEST_GAP.y,
  })
  return new Map(
    cards.map(({ id, position }) => [id, { x: x(position.x), y: y(position.y) }] as const),
  )
}

function squeeze({
  stretches,
  widest,
}: {
  stretches: readonly Stretch[]
  widest: number
}): (place: number) => number {
  const cuts: { from: number; by: number }[] = []
  let end = Infinity
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    if (from - end > widest) cuts.push({ from, by: from - end - widest })
    end = end === Infinity ? to : Math.max(end, to)
  }
  return (place) => cuts.reduce((at, { from, by }) => (place >= from ? at - by : at), place)
}
