import { linear, radial } from '../gradients.js'
import { polyline, smooth } from '../lines.js'
import { circle, path, rect, stroke, type Canvas, type Point, type Scene } from '../svg.js'
import { cutouts } from './cutouts.js'

/** Colour fields, cut-outs and lines. */
export const artistic: readonly [Scene, ...Scene[]] = [cutouts, mesh, threads, discs, torn]

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
