import { below, polygon, smooth, wave } from '../lines.js'
import { circle, rect, type Canvas, type Point, type Scene } from '../svg.js'
import { confetti } from './confetti.js'
import { tiles } from './tiles.js'

/** Loud, flat and cheerful. */
export const vibrant: readonly [Scene, ...Scene[]] = [tiles, rays, ribbons, confetti, rings]

function rays(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const [x, y] = [width * random.between(0.3, 0.7), height * 0.6]
  const reach = width + height
  const count = 26
  const turn = random.between(0, 0.2)
  const beams = Array.from({ length: count }, (_, at) => {
    const [from, to] = [at, at + 0.5].map((step) => (step / count) * Math.PI * 2 + turn)
    const end = (angle = 0): Point => [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
    return polygon([[x, y], end(from), end(to)], at % 3 ? palette.pops[1] : palette.pops[4])
  })
  const hills = [palette.pops[2], palette.pops[0], palette.pops[3]].map((paint, at) =>
    below({
      line: smooth(wave({ canvas, y: height * (0.66 + at * 0.11), swing: unit * 6, count: 4 })),
      canvas,
      paint,
    }),
  )
  return (
    rect(0, 0, width, height, palette.paper) +
    beams.join('') +
    circle(x, y, unit * 27, palette.paper) +
    circle(x, y, unit * 22, palette.accent) +
    hills.join('')
  )
}

function ribbons(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const colours = [...palette.pops, palette.paper, palette.accent]
  const swell = random.between(8, 15)
  const phase = random.between(0, 6)
  const bands = Array.from({ length: 12 }, (_, at) => {
    const y = height * (at / 10.5 - 0.12)
    const line = smooth(
      Array.from({ length: 9 }, (_, step): Point => [
        (step / 8) * width,
        y + unit * swell * Math.sin(phase + step * 0.85 + at * 0.32),
      ]),
    )
    return below({ line, canvas, paint: colours[at % colours.length] ?? palette.ink })
  })
  return (
    rect(0, 0, width, height, palette.ink) +
    bands.join('') +
    circle(
      width * random.between(0.2, 0.8),
      height * random.between(0.2, 0.36),
      unit * 15,
      palette.ink,
    )
  )
}

function rings(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const centres: Point[] = [
    [width * random.between(0, 0.2), height * random.between(0.75, 1)],
    [width * random.between(0.8, 1), height * random.between(0.1, 0.35)],
    [width * random.between(0.35, 0.6), height * random.between(0.3, 0.55)],
  ]
  const target = ([x, y]: Point, at: number) => {
    const radius = unit * ([62, 52, 34][at] ?? 30)
    const colours = [
      palette.pops[at],
      palette.paper,
      palette.pops[(at + 2) % 5],
      palette.ink,
      palette.pops[(at + 4) % 5],
      palette.paper,
      palette.accent,
    ]
    return colours
      .map((colour, ring) =>
        circle(x, y, radius * (1 - ring / colours.length), colour ?? palette.ink),
      )
      .join('')
  }
  return rect(0, 0, width, height, palette.pops[3]) + centres.map(target).join('')
}
