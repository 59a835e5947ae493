import {
  circle,
  group,
  linear,
  path,
  polyline,
  radial,
  rect,
  smooth,
  stroke,
  type Canvas,
  type Point,
  type Scene,
} from '../svg.js'

/** Colour fields, cut-outs and lines. */
export const artistic: readonly [Scene, ...Scene[]] = [cutouts, mesh, threads, discs, torn]

function cutouts(canvas: Canvas): string {
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

function mesh(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const reach = Math.max(width, height) / 100
  // Only three, and none opposite another: more of them mix to grey and take librsvg half a second.
  const start = random.between(0, Math.PI * 2)
  const blobs = [palette.accent, palette.sun, palette.pops[2]].map((colour, at) => {
    const angle = start + (at / 3) * Math.PI * 2
    const [x, y] = [width * (0.5 + 0.4 * Math.cos(angle)), height * (0.5 + 0.4 * Math.sin(angle))]
    return (
      radial(`b${at}`, [`${colour} 0 1`, `${colour} 30 .85`, `${colour} 100 0`]) +
      circle(x, y, reach * random.between(38, 46), `url(#b${at})`)
    )
  })
  const [x, y] = [width * random.between(0.4, 0.6), height * random.between(0.48, 0.6)]
  const arcs = Array.from({ length: 6 }, (_, at) => {
    const radius = unit * (11 + at * 5)
    const opacity = (0.95 - at * 0.12).toFixed(2)
    const bow = `M${x - radius} ${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}`
    return stroke(bow, palette.paper, unit * 0.7, `opacity="${opacity}"`)
  })
  return (
    linear('base', [palette.sky[0], palette.land[1]], 60) +
    rect(0, 0, width, height, 'url(#base)') +
    blobs.join('') +
    arcs.join('') +
    circle(x, y, unit * 6, palette.paper)
  )
}

function threads(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const [a, b, c] = [random.between(0, 6), random.between(0, 6), random.between(0.9, 1.5)]
  const colours = [palette.pops[0], palette.pops[1], palette.accent, palette.pops[4], palette.sun]
  const count = 46
  const lines = Array.from({ length: count }, (_, at) => {
    const share = at / (count - 1)
    const points = Array.from({ length: 15 }, (_, step): Point => {
      const along = step / 14
      const knot =
        Math.sin(along * Math.PI * c + a) * 0.24 + Math.sin(along * Math.PI * 3.1 + b) * 0.07
      const spread = (share - 0.5) * (0.12 + 0.62 * Math.abs(Math.sin(along * Math.PI * 1.25 + b)))
      return [along * width * 1.04 - width * 0.02, height * (0.5 + knot + spread)]
    })
    const colour = colours[Math.floor(share * 4.99)] ?? palette.paper
    return stroke(smooth(points), colour, unit * 0.55, 'opacity=".9"')
  })
  return (
    linear('deep', [palette.ink, palette.land[4]], 60) +
    rect(0, 0, width, height, 'url(#deep)') +
    circle(width * random.between(0.25, 0.75), height * 0.28, unit * 12, palette.accent) +
    lines.join('')
  )
}

function discs(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const colours = [...palette.pops, palette.accent]
  const step = unit * 25
  let drawn = ''
  let at = random.whole(0, 5)
  for (let y = step * 0.2; y < height + step * 0.5; y += step) {
    for (let x = step * 0.2; x < width + step * 0.5; x += step) {
      const radius = step * random.pick([0.42, 0.62, 0.62, 0.82])
      drawn += circle(
        x + random.between(-2, 2) * unit,
        y + random.between(-2, 2) * unit,
        radius,
        `${colours[at % 6]} .78`,
      )
      at += random.whole(1, 2)
    }
  }
  return rect(0, 0, width, height, palette.paper) + drawn
}

function torn(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const x = width * random.between(0.3, 0.7)
  const colours = [
    palette.pops[4],
    palette.pops[1],
    palette.land[1],
    palette.pops[0],
    palette.land[3],
    palette.ink,
  ]
  const strips = colours.map((colour, at) => {
    const y = height * (0.3 + at * 0.125)
    const tilt = random.between(-0.08, 0.08)
    const edge = Array.from({ length: 61 }, (_, step): Point => [
      (step / 60) * width,
      y +
        (step / 60 - 0.5) * tilt * height +
        Math.sin(step * 0.14 + at * 2) * unit * 3 +
        random.between(-0.6, 0.6) * unit,
    ])
    const body = (shift: number, paint: string) =>
      path(
        `${polyline(edge.map(([x, at]) => [x, at + shift + random.between(-0.12, 0.12) * unit]))}V${height}H0Z`,
        paint,
      )
    // The white core of torn paper, and the shadow it throws.
    return (
      body(-unit * 1.9, `${palette.ink} .16`) + body(-unit * 1.1, palette.paper) + body(0, colour)
    )
  })
  return (
    rect(0, 0, width, height, palette.sky[1]) +
    circle(x, height * 0.28, unit * 16.5, palette.paper) +
    circle(x, height * 0.28, unit * 15, palette.accent) +
    strips.join('')
  )
}
