import { shadow } from '../gradients.js'
import { smooth } from '../lines.js'
import { group, path, rect, stroke, type Canvas, type Scene } from '../svg.js'
import { arches, pebbles, stairs } from './stacks.js'
import { wall } from './wall.js'

/** Few shapes, much air. */
export const minimalist: readonly [Scene, ...Scene[]] = [horizon, arches, pebbles, branch, stairs]

function horizon(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const x = width * random.between(0.36, 0.64)
  const y = height * 0.56
  const radius = unit * 25
  const lines = Array.from({ length: 6 }, (_, at) => {
    const half = radius * (1.35 - at * 0.2)
    return rect(
      x - half,
      y + unit * (3 + at * 3.4),
      half * 2,
      unit * 0.9,
      `${palette.land[2]} ${(1 - at * 0.14).toFixed(2)}`,
    )
  })
  const bird = (dx: number, dy: number, size: number) =>
    stroke(
      `M${x + dx} ${y + dy}q${size} ${-size} ${size * 1.7} 0q${size * 0.7} ${-size} ${size * 1.7} 0`,
      palette.ink,
      unit * 0.5,
    )
  return (
    wall(canvas) +
    path(`M${x - radius} ${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}Z`, palette.accent) +
    rect(width * 0.12, y - unit * 0.35, width * 0.76, unit * 0.7, palette.ink) +
    lines.join('') +
    bird(unit * 24, -unit * 27, unit * 2.4) +
    bird(unit * 31, -unit * 23, unit * 1.7)
  )
}

function branch(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const floor = height * 0.82
  const x = width * 0.44
  const lean = random.chance(0.5) ? 1 : -1
  const stem = (share: number): [number, number] => [
    x + lean * unit * 26 * share ** 1.8,
    floor - unit * 24 - unit * 44 * share,
  ]
  const leaves = Array.from({ length: 9 }, (_, at) => {
    const [leafX, leafY] = stem(0.22 + at * 0.092)
    const angle = (at % 2 ? 62 : -48) + lean * 22 + random.between(-8, 8)
    const long = unit * (12 - at * 0.55)
    const paint = at % 3 === 2 ? palette.accent : (palette.land[2 + (at % 2)] ?? palette.ink)
    return group(
      `translate(${leafX.toFixed(1)} ${leafY.toFixed(1)}) rotate(${angle.toFixed(1)})`,
      path(
        `M0 0C${long * 0.5} ${-long * 0.3} ${long * 0.42} ${-long * 0.85} 0 ${-long}C${-long * 0.42} ${-long * 0.85} ${-long * 0.5} ${-long * 0.3} 0 0Z`,
        paint,
      ),
    )
  })
  const vase = `M${x - unit * 4} ${floor - unit * 26}h${unit * 8}v${unit * 5}c${unit * 12} ${unit * 5} ${unit * 10} ${unit * 21} ${unit * 2} ${unit * 21}h${-unit * 12}c${-unit * 8} 0 ${-unit * 10} ${-unit * 16} ${unit * 2} ${-unit * 21}z`
  return (
    wall(canvas) +
    rect(width * 0.52, height * 0.12, width * 0.3, height * 0.5, `${palette.sun} .8`) +
    rect(0, floor, width, height - floor, palette.land[0]) +
    shadow({
      id: 'vase',
      x: x + unit * 6,
      y: floor + unit * 0.8,
      rx: unit * 22,
      ry: unit * 2.2,
      colour: palette.ink,
    }) +
    stroke(smooth([0, 0.25, 0.5, 0.75, 1].map(stem)), palette.ink, unit * 0.7) +
    leaves.join('') +
    path(vase, palette.land[4]) +
    path(
      `M${x - unit * 4} ${floor - unit * 26}h${unit * 3}v${unit * 26}h${-unit * 5}c${-unit * 8} 0 ${-unit * 10} ${-unit * 16} ${unit * 2} ${-unit * 21}z`,
      `${palette.paper} .12`,
    )
  )
}
