import type { Canvas, Point } from '../svg.js'

/** A jagged line by midpoint displacement. */
export function ridge({
  canvas: { width, random },
  y,
  swing,
}: {
  canvas: Canvas
  y: number
  swing: number
}): Point[] {
  let heights = [random.between(-1, 1), random.between(-1, 1), random.between(-1, 1)]
  for (let rough = 0.55; heights.length < 130; rough *= 0.52) {
    heights = heights.flatMap((height, at) => {
      const next = heights[at + 1]
      return next === undefined
        ? [height]
        : [height, (height + next) / 2 + random.between(-rough, rough)]
    })
  }
  return heights.map((height, at) => [(at / (heights.length - 1)) * width, y + height * swing])
}
