import { polygon } from '../lines.js'
import { circle, group, path, rect, type Canvas } from '../svg.js'

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

/** A wall of tiles, four to the shorter side. */
export function tiles(canvas: Canvas): string {
  const { width, height, random } = canvas
  // Whole pixels, and each back a little larger than its tile: no seams shine through.
  const side = Math.ceil(Math.min(width, height) / 4)
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)]
  let drawn = ''
  for (let cell = 0; cell < columns * rows; cell++) {
    const [x, y] = [(cell % columns) * side, Math.floor(cell / columns) * side]
    const [paint, back] = pair(canvas)
    const turn = random.whole(0, 3) * 90
    drawn += rect(x, y, side + 1, side + 1, back)
    drawn += group(
      `translate(${x} ${y}) scale(${side / 100}) rotate(${turn} 50 50)`,
      random.pick(TILES)(paint, back),
    )
  }
  return drawn
}
