import type { Random } from '../../random.js'
import { polygon } from '../lines.js'
import { circle, group, path, rect, stroke, type Canvas } from '../svg.js'

/** Shapes of about 80 px around 0, 0. */
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

/** Small shapes on one colour. */
export function confetti(canvas: Canvas): string {
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
