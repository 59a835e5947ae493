import { circle, group, path, rect, stroke, type Canvas } from '../svg.js'

/** Leaves cut from paper, in fields of colour. */
export function cutouts(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const [columns, rows] = width > height ? [3, 2] : width < height ? [2, 3] : [2, 2]
  const [wide, tall] = [width / columns, height / rows]
  const backs = [
    palette.pops[0],
    palette.paper,
    palette.pops[1],
    palette.ink,
    palette.pops[4],
    palette.pops[3],
  ]
  const start = random.whole(0, 5)
  let drawn = ''
  for (let cell = 0; cell < columns * rows; cell++) {
    const [x, y] = [(cell % columns) * wide, Math.floor(cell / columns) * tall]
    const back = backs[(start + cell) % backs.length] ?? palette.paper
    const fronts = backs.filter((colour) => colour !== back)
    const paint = fronts[(start + cell * 2 + 1) % fronts.length] ?? palette.ink
    drawn += rect(x, y, wide + 1, tall + 1, back)
    drawn += group(
      `translate(${x + wide / 2} ${y + tall / 2}) rotate(${random.between(-35, 35).toFixed(1)}) scale(${Math.min(wide, tall) / 112})`,
      cutout({ canvas, paint, kind: (start + cell) % 3 }),
    )
    const dot = fronts[(start + cell + 3) % fronts.length] ?? palette.accent
    drawn += circle(
      x + wide * random.between(0.12, 0.24),
      y + tall * random.between(0.12, 0.24),
      unit * 3.4,
      dot,
    )
  }
  return drawn
}

/** Shapes as if cut from paper, in a box of 100 x 100 around 0, 0. */
function cutout({
  canvas: { random },
  paint,
  kind,
}: {
  canvas: Canvas
  paint: string
  kind: number
}) {
  if (kind === 1) {
    const arms = [-3, -2, -1, 1, 2, 3].map((at) => {
      const [x, y] = [at * 13, -34 + Math.abs(at) * 9 + random.between(-5, 5)]
      return stroke(`M0 42C${x * 0.1} 12 ${x} 20 ${x} ${y}`, paint, 9)
    })
    return arms.join('') + stroke('M0 44V-40', paint, 10)
  }
  if (kind === 2) {
    const petals = Array.from({ length: 7 }, (_, at) =>
      group(
        `rotate(${(at * 360) / 7})`,
        path('M0 0C-17 -14 -15 -44 0 -46C15 -44 17 -14 0 0Z', paint),
      ),
    )
    return petals.join('')
  }
  const lobes = random.whole(4, 6)
  const side = (sign: number) =>
    Array.from({ length: lobes }, (_, at) => {
      const y = 38 - (at / lobes) * 72
      const bulge = Math.sin(((at + 0.8) / (lobes + 0.6)) * Math.PI)
      const reach = sign * (15 + 26 * bulge) * random.between(0.85, 1.1)
      const half = 33 / lobes
      return path(
        `M0 ${y + half * 0.75}C${reach * 0.5} ${y + half * 0.9} ${reach} ${y} ${reach * 1.06} ${y - half * 1.5}C${reach * 0.86} ${y - half * 2.1} ${reach * 0.4} ${y - half * 0.8} 0 ${y - half * 0.9}Z`,
        paint,
      )
    })
  return [...side(1), ...side(-1)].join('') + stroke('M0 45V-26', paint, 5)
}
