import type { Random } from '../../random.js'
import {
  circle,
  group,
  path,
  polygon,
  rect,
  smooth,
  stroke,
  wave,
  below,
  type Canvas,
  type Point,
  type Scene,
} from '../svg.js'

/** Loud, flat and cheerful. */
export const vibrant: readonly [Scene, ...Scene[]] = [tiles, rays, ribbons, confetti, rings]

/** Colours of a cell: two that differ. */
function pair({ random, palette }: Canvas): [string, string] {
  const colours = [...palette.pops, palette.ink, palette.paper]
  const first = random.whole(0, colours.length - 1)
  const second = (first + random.whole(1, colours.length - 1)) % colours.length
  return [colours[first] ?? palette.ink, colours[second] ?? palette.paper]
}

/** What fills a tile of 100 x 100. */
const TILES: readonly [
  (paint: string, back: string) => string,
  ...((paint: string, back: string) => string)[],
] = [
  (paint) => path('M0 0A100 100 0 0 1 100 100H0Z', paint),
  (paint) => path('M0 50A50 50 0 0 1 100 50Z', paint) + path('M0 100A50 50 0 0 1 100 100Z', paint),
  (paint, back) => circle(50, 50, 42, paint) + circle(50, 50, 19, back),
  (paint) =>
    polygon(
      [
        [0, 0],
        [100, 100],
        [0, 100],
      ],
      paint,
    ),
  (paint) => path('M0 0C55 0 100 45 100 100C45 100 0 55 0 0Z', paint),
  (paint) => [8, 32, 56, 80].map((y) => rect(0, y, 100, 12, paint)).join(''),
  (paint) => path('M0 0A50 50 0 0 1 0 100ZM50 0A50 50 0 0 1 50 100Z', paint),
  (paint) =>
    polygon(
      [
        [50, 0],
        [100, 50],
        [50, 100],
        [0, 50],
      ],
      paint,
    ),
  (paint) =>
    [
      [25, 25],
      [75, 25],
      [25, 75],
      [75, 75],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 17, paint))
      .join(''),
]

function tiles(canvas: Canvas): string {
  const { width, height, random } = canvas
  const side = Math.min(width, height) / 4
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)]
  let drawn = ''
  for (let cell = 0; cell < columns * rows; cell++) {
    const [x, y] = [(cell % columns) * side, Math.floor(cell / columns) * side]
    const [paint, back] = pair(canvas)
    const turn = random.whole(0, 3) * 90
    drawn += group(
      `translate(${x} ${y}) scale(${side / 100}) rotate(${turn} 50 50)`,
      // Half a pixel more, or seams shine through.
      rect(-0.3, -0.3, 100.6, 100.6, back) + random.pick(TILES)(paint, back),
    )
  }
  return drawn
}

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
    ) +
    ''
  )
}

const CONFETTI: readonly [
  (paint: string, random: Random) => string,
  ...((paint: string) => string)[],
] = [
  (paint) => circle(0, 0, 30, paint),
  (paint) => `<circle r="26" fill="none" stroke="${paint}" stroke-width="12"/>`,
  (paint) => path('M-34 17A34 34 0 0 1 34 17Z', paint),
  (paint) =>
    polygon(
      [
        [0, -34],
        [32, 26],
        [-32, 26],
      ],
      paint,
    ),
  (paint) => stroke('M-46 0q11.500 -26 23 0t23 0t23 0t23 0', paint, 11),
  (paint) => rect(-9, -34, 18, 68, paint) + rect(-34, -9, 68, 18, paint),
  (paint) =>
    [-24, 0, 24].flatMap((x) => [-24, 0, 24].map((y) => circle(x, y, 5.5, paint))).join(''),
  (paint) => `<rect x="-42" y="-13" width="84" height="26" rx="13" fill="${paint}"/>`,
]

function confetti(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const back = random.pick([palette.pops[0], palette.pops[1], palette.ink])
  const colours = [...palette.pops, palette.paper, palette.ink].filter((colour) => colour !== back)
  const step = unit * 21
  let drawn = rect(0, 0, width, height, back)
  let at = random.whole(0, 50)
  for (let row = 0, y = step * 0.3; y < height + step; row++, y += step) {
    for (let x = row % 2 ? 0 : step * 0.5; x < width + step; x += step) {
      const draw = CONFETTI[(at * 5 + row) % CONFETTI.length] ?? CONFETTI[0]
      const [dx, dy] = [random.between(-0.14, 0.14) * step, random.between(-0.14, 0.14) * step]
      const scale = (unit / 5.2) * random.between(0.75, 1.15)
      drawn += group(
        `translate(${x + dx} ${y + dy}) rotate(${random.whole(0, 23) * 15}) scale(${scale})`,
        draw(colours[at % colours.length] ?? palette.paper, random),
      )
      at++
    }
  }
  return drawn
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
