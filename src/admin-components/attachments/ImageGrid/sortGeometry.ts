export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface Shift {
  x: number
  y: number
}

/** The place whose middle is nearest to the middle of the card that is being dragged. */
export function nearestSlot({
  slots,
  from,
  shift,
}: {
  slots: Box[]
  from: number
  shift: Shift
}): number {
  const origin = slots[from]
  if (!origin) return from
  const held = { x: middle(origin).x + shift.x, y: middle(origin).y + shift.y }
  let best = from
  let shortest = Infinity
  for (const [index, slot] of slots.entries()) {
    const { x, y } = middle(slot)
    const distance = Math.hypot(x - held.x, y - held.y)
    if (distance < shortest) {
      shortest = distance
      best = index
    }
  }
  return best
}

/** How far a card that is not dragged moves to make room: by one place towards the gap, or not at all. */
export function shiftOf({
  slots,
  index,
  from,
  to,
}: {
  slots: Box[]
  index: number
  from: number
  to: number
}): Shift {
  const step =
    from < to && index > from && index <= to ? -1 : to < from && index >= to && index < from ? 1 : 0
  const here = slots[index]
  const there = slots[index + step]
  if (step === 0 || !here || !there) return { x: 0, y: 0 }
  return { x: there.left - here.left, y: there.top - here.top }
}

/** How many stand beside each other, which is how far up and down go. */
export function columnsOf(slots: Box[]): number {
  const [first] = slots
  if (!first) return 1
  const next = slots.findIndex(({ top }) => top > first.top + first.height / 2)
  return next < 0 ? slots.length : next
}

const middle = ({ left, top, width, height }: Box) => ({
  x: left + width / 2,
  y: top + height / 2,
})
