import { n, path, type Canvas, type Point } from './svg.js'

export function polygon(points: readonly Point[], paint: string): string {
  return path(`${polyline(points)}Z`, paint)
}

/** Straight from point to point. */
export function polyline(points: readonly Point[]): string {
  return points.map(([x, y], at) => `${at ? 'L' : 'M'}${n(x)} ${n(y)}`).join('')
}

/** A soft line through all points (Catmull-Rom as Bézier curves). */
export function smooth(points: readonly Point[]): string {
  const at = (index: number): Point =>
    points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0]
  const [startX, startY] = at(0)
  const curves = points.slice(1).map((end, index) => {
    const [before, from, after] = [at(index - 1), at(index), at(index + 2)]
    const first = [from[0] + (end[0] - before[0]) / 6, from[1] + (end[1] - before[1]) / 6]
    const second = [end[0] - (after[0] - from[0]) / 6, end[1] - (after[1] - from[1]) / 6]
    return `C${[...first, ...second, ...end].map(n).join(' ')}`
  })
  return `M${n(startX)} ${n(startY)}${curves.join('')}`
}

/** Everything below a line of points, down to the lower edge. */
export function below({
  line,
  canvas,
  paint,
}: {
  line: string
  canvas: Canvas
  paint: string
}): string {
  return path(`${line}V${n(canvas.height)}H0Z`, paint)
}

/** Points from the left to the right edge, around `y`, at most `swing` away. */
export function wave({
  canvas: { width, random },
  y,
  swing,
  count,
}: {
  canvas: Canvas
  y: number
  swing: number
  count: number
}): Point[] {
  const phase = random.between(0, Math.PI * 2)
  const turns = random.between(0.7, 1.5)
  return Array.from({ length: count + 1 }, (_, at) => {
    const share = at / count
    const roll = Math.sin(phase + share * Math.PI * 2 * turns)
    return [share * width, y + swing * (roll * 0.75 + random.between(-0.25, 0.25))]
  })
}
