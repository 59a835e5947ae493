import { skyOf } from '../gradients.js'
import { polygon } from '../lines.js'
import { circle, path, rect, type Canvas } from '../svg.js'
import { foreground } from './foreground.js'

/** The sun half in the water, and a boat. */
export function seaside(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const horizon = height * 0.52
  const isLeft = random.chance(0.5)
  const x = width * (isLeft ? 0.36 : 0.64)
  const radius = unit * 17
  const glints = Array.from({ length: 7 }, (_, at) => {
    const half = radius * (1.05 - at * 0.12) * random.between(0.75, 1.1)
    return rect(
      x - half + unit * random.between(-2, 2),
      horizon + unit * (2.5 + at * 3.4),
      half * 2,
      unit * 1.1,
      `${palette.sun} .85`,
    )
  })
  const boat = width * (isLeft ? 0.13 : 0.87)
  return (
    skyOf(canvas) +
    circle(x, horizon - unit * 3, radius * 1.5, `${palette.sun} .25`) +
    circle(x, horizon - unit * 3, radius, palette.sun) +
    rect(0, horizon, width, height - horizon, palette.land[2]) +
    rect(0, horizon + unit * 12, width, height, palette.land[3]) +
    glints.join('') +
    sail({ x: boat, y: horizon + unit * 5, size: unit * 13, canvas }) +
    foreground(canvas, width * (isLeft ? 0.7 : 0.3))
  )
}

function sail({
  x,
  y,
  size,
  canvas: { palette },
}: {
  x: number
  y: number
  size: number
  canvas: Canvas
}) {
  return (
    polygon(
      [
        [x, y - size * 1.5],
        [x, y - size * 0.2],
        [x - size * 0.7, y - size * 0.2],
      ],
      palette.paper,
    ) +
    polygon(
      [
        [x + size * 0.06, y - size * 1.25],
        [x + size * 0.06, y - size * 0.2],
        [x + size * 0.5, y - size * 0.2],
      ],
      palette.accent,
    ) +
    path(
      `M${x - size * 0.75} ${y - size * 0.1}H${x + size * 0.65}L${x + size * 0.4} ${y + size * 0.2}H${x - size * 0.5}Z`,
      palette.ink,
    )
  )
}

/** A city in three rows. */
export function skyline(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const row = ({
    base,
    tall,
    paint,
    lit,
  }: {
    base: number
    tall: number
    paint: string
    lit: boolean
  }) => {
    let drawn = ''
    for (let x = -unit * 2; x < width;) {
      const wide = unit * random.between(9, 17)
      const top = base - unit * tall * random.between(0.45, 1)
      drawn += rect(x, top, wide, height - top, paint)
      if (random.chance(0.3))
        drawn += polygon(
          [
            [x, top],
            [x + wide, top],
            [x + wide, top - unit * 5],
          ],
          paint,
        )
      if (lit) drawn += windows({ x, top, wide, base, canvas })
      x += wide + (random.chance(0.25) ? unit * 2 : 0)
    }
    return drawn
  }
  const base = height * 0.8
  return (
    skyOf(canvas) +
    circle(width * random.between(0.25, 0.75), height * 0.34, unit * 18, palette.sun) +
    row({ base, tall: 52, paint: palette.land[0], lit: false }) +
    row({ base, tall: 38, paint: palette.land[1], lit: false }) +
    row({ base, tall: 24, paint: palette.land[3], lit: true }) +
    foreground(canvas, width * 0.5)
  )
}

function windows({
  x,
  top,
  wide,
  base,
  canvas: { unit, random, palette },
}: {
  x: number
  top: number
  wide: number
  base: number
  canvas: Canvas
}): string {
  let drawn = ''
  for (let y = top + unit * 2.5; y < base; y += unit * 4) {
    for (let at = x + unit * 2; at < x + wide - unit * 2; at += unit * 3.2) {
      if (random.chance(0.4)) drawn += rect(at, y, unit * 1.4, unit * 2, `${palette.sun} .8`)
    }
  }
  return drawn
}
