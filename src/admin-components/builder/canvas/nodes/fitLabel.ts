/** As .workflows-far writes it. */
const SIZE = 28
const WEIGHT = 600

const fitted = new Map<string, string>()
let context: CanvasRenderingContext2D | null = null

/**
 * A label cut to a width, because the browser's own way (text-overflow) costs each card a clip, and 500
 * clips cost more than a frame.
 */
export function fitLabel({ label, width }: { label: string; width: number }): string {
  const key = `${width} ${label}`
  const known = fitted.get(key)
  if (known !== undefined) return known
  const text = cut({ label, width })
  if (fitted.size > MOST) fitted.clear()
  fitted.set(key, text)
  return text
}

const MOST = 2_000

function cut({ label, width }: { label: string; width: number }): string {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return label.slice(0, 12)
  context.font = `${WEIGHT} ${SIZE}px ${getComputedStyle(document.body).fontFamily}`
  if (context.measureText(label).width <= width) return label
  const letters = [...label]
  let [low, high] = [0, letters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const text = `${letters.slice(0, middle).join('')}…`
    if (context.measureText(text).width <= width) low = middle
    else high = middle - 1
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`
}
