import { linear, radial } from '../gradients.js'
import { below, polygon, polyline, smooth, wave } from '../lines.js'
import { circle, ellipse, rect, type Canvas } from '../svg.js'
import { ridge } from './ridge.js'

/** A sun so bright that its own colour is gone. */
const HOT_WHITE = '#fffaf0'

/** The sun at the edge of the sea. */
export function sunset(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const horizon = height * 0.56
  const x = width * random.between(0.3, 0.7)
  const glints = Array.from({ length: 90 }, () => {
    const depth = random.between(0, 1) ** 1.4
    const spread = unit * (5 + depth * 30)
    return ellipse(
      x + random.between(-1, 1) * spread,
      horizon + unit + depth * (height - horizon),
      unit * (1.5 + depth * 7) * random.between(0.5, 1.2),
      unit * (0.12 + depth * 0.55),
      `${palette.sun} ${random.between(0.25, 0.8).toFixed(2)}`,
    )
  })
  const clouds = Array.from({ length: 9 }, () =>
    ellipse(
      width * random.between(0, 1),
      height * random.between(0.1, 0.42),
      unit * random.between(14, 38),
      unit * random.between(0.7, 2.2),
      `${palette.paper} ${random.between(0.12, 0.34).toFixed(2)}`,
    ),
  )
  const rocks = ridge({ canvas, y: height * 0.97, swing: unit * 10 })
  return (
    linear('air', [palette.land[2], palette.land[0], palette.sky[0], palette.sun]) +
    rect(0, 0, width, horizon, 'url(#air)') +
    clouds.join('') +
    radial('glow', [`${palette.sun} 0 1`, `${palette.sun} 25 .6`, `${palette.sun} 100 0`]) +
    circle(x, horizon, unit * 50, 'url(#glow)') +
    circle(x, horizon - unit * 4, unit * 9, HOT_WHITE) +
    linear('sea', [palette.land[1], palette.land[3], palette.land[4]]) +
    rect(0, horizon, width, height - horizon, 'url(#sea)') +
    glints.join('') +
    below({ line: polyline(rocks), canvas, paint: palette.ink })
  )
}

/** A moon over a lake with firs. */
export function night(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const shore = height * 0.62
  const x = width * random.between(0.3, 0.7)
  const stars = Array.from({ length: 110 }, () =>
    circle(
      width * random.between(0, 1),
      shore * random.between(0, 0.85),
      unit * random.between(0.1, 0.32),
      `${palette.paper} ${random.between(0.3, 1).toFixed(2)}`,
    ),
  )
  const glints = Array.from({ length: 26 }, (_, at) =>
    ellipse(
      x + unit * random.between(-2, 2),
      shore + unit * (1.5 + at * 1.5),
      unit * random.between(2, 6.5),
      unit * 0.35,
      `${palette.sun} ${(0.75 - at * 0.025).toFixed(2)}`,
    ),
  )
  const firs = Array.from({ length: Math.ceil(width / (unit * 4.4)) + 2 }, (_, at) =>
    fir({
      x: at * unit * 4.4 + unit * random.between(-1.5, 1.5),
      base: shore + unit * 1.2,
      tall: unit * random.between(9, 24),
      paint: palette.ink,
    }),
  )
  return (
    linear('dark', [palette.ink, palette.land[4], palette.land[2]]) +
    rect(0, 0, width, height, 'url(#dark)') +
    stars.join('') +
    radial('moon', [`${palette.sun} 0 .7`, `${palette.sun} 100 0`]) +
    circle(x, height * 0.24, unit * 26, 'url(#moon)') +
    circle(x, height * 0.24, unit * 8.5, palette.sun) +
    below({
      line: smooth(wave({ canvas, y: shore - unit * 14, swing: unit * 6, count: 6 })),
      canvas,
      paint: palette.land[3],
    }) +
    below({
      line: smooth(wave({ canvas, y: shore - unit * 5, swing: unit * 3, count: 6 })),
      canvas,
      paint: palette.land[4],
    }) +
    firs.join('') +
    linear('lake', [palette.land[4], palette.ink]) +
    rect(0, shore, width, height - shore, 'url(#lake)') +
    glints.join('')
  )
}

function fir({
  x,
  base,
  tall,
  paint,
}: {
  x: number
  base: number
  tall: number
  paint: string
}): string {
  const tiers = [0, 1, 2, 3].map((at) => {
    const [top, foot, half] = [
      base - tall * (1 - at * 0.2),
      base - tall * (0.62 - at * 0.2),
      tall * (0.1 + at * 0.05),
    ]
    return polygon(
      [
        [x, top],
        [x + half, foot],
        [x - half, foot],
      ],
      paint,
    )
  })
  return tiers.join('') + rect(x - tall * 0.02, base - tall * 0.1, tall * 0.04, tall * 0.1, paint)
}
