import { drawSubject } from '../subjects.js'
import {
  below,
  circle,
  linear,
  path,
  polyline,
  rect,
  shadow,
  skyOf,
  smooth,
  wave,
  type Canvas,
  type Point,
  type Scene,
} from '../svg.js'
import { foreground } from './foreground.js'
import { seaside, skyline } from './places.js'

/** Posters with one clear subject: landscapes in paper cut, a city, a stage. */
export const marketing: readonly [Scene, ...Scene[]] = [
  mountains,
  rollingHills,
  stage,
  seaside,
  skyline,
]

function mountains(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const side = random.chance(0.5) ? 1 : 0
  const sun = circle(
    width * (0.2 + side * 0.6),
    height * 0.24,
    unit * random.between(11, 16),
    palette.sun,
  )
  const range = (y: number, swing: number, count: number, paint: string) => {
    const peaks = Array.from({ length: count * 2 + 1 }, (_, at): Point => {
      const isPeak = at % 2 === 1
      const shift = random.between(-0.25, 0.25) / count
      return [
        (at / (count * 2) + (at && at < count * 2 ? shift : 0)) * width,
        height *
          (isPeak ? y - swing * random.between(0.7, 1.25) : y + swing * random.between(0, 0.3)),
      ]
    })
    return below({ line: polyline(peaks), canvas, paint })
  }
  return (
    skyOf(canvas) +
    sun +
    range(0.56, 0.2, width > height ? 4 : 3, palette.land[0]) +
    range(0.68, 0.18, width > height ? 3 : 2, palette.land[1]) +
    below({
      line: smooth(wave({ canvas, y: height * 0.75, swing: unit * 4, count: 4 })),
      canvas,
      paint: palette.land[3],
    }) +
    foreground(canvas, width * (0.68 - side * 0.32))
  )
}

function rollingHills(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const x = width * random.between(0.22, 0.42)
  const hills = [0.5, 0.6, 0.7].map((y, at) =>
    below({
      line: smooth(wave({ canvas, y: height * y, swing: unit * (11 - at * 2.5), count: 5 })),
      canvas,
      paint: palette.land[at + 1] ?? palette.ink,
    }),
  )
  return (
    skyOf(canvas) +
    circle(x, height * 0.3, unit * 21, `${palette.sun} .25`) +
    circle(x, height * 0.3, unit * 14, palette.sun) +
    hills.join('') +
    foreground(canvas, width * 0.62)
  )
}

function stage(canvas: Canvas): string {
  const { width, height, unit, palette, subject, random } = canvas
  const x = width * 0.5
  const floor = height * 0.74
  const arch = unit * 27
  const top = floor - unit * 42
  const step = (y: number, half: number, thick: number, at: number) =>
    `${linear(`step${at}`, [palette.land[2], palette.land[1], palette.land[3]], 0)}` +
    path(
      `M${x - half} ${y}V${y + thick}A${half} ${half * 0.16} 0 0 0 ${x + half} ${y + thick}V${y}Z`,
      `url(#step${at})`,
    ) +
    `<ellipse cx="${x}" cy="${y}" rx="${half}" ry="${half * 0.16}" fill="${palette.land[0]}"/>`
  const ball = random.chance(0.5) ? -1 : 1
  return (
    skyOf(canvas) +
    rect(0, floor, width, height - floor, palette.land[1]) +
    linear('floor', [`${palette.land[0]} 0 .9`, `${palette.land[1]} 100 0`]) +
    rect(0, floor, width, height - floor, 'url(#floor)') +
    linear('arch', [palette.sun, palette.sky[0]]) +
    path(
      `M${x - arch} ${floor}V${top + arch}A${arch} ${arch} 0 0 1 ${x + arch} ${top + arch}V${floor}Z`,
      'url(#arch)',
    ) +
    shadow({
      id: 'under',
      x,
      y: floor + unit * 14,
      rx: unit * 42,
      ry: unit * 5,
      colour: palette.ink,
    }) +
    step(floor + unit * 5, unit * 34, unit * 7, 1) +
    step(floor - unit * 2, unit * 25, unit * 6, 2) +
    shadow({
      id: 'contact',
      x,
      y: floor - unit * 1,
      rx: unit * 19,
      ry: unit * 2,
      colour: palette.ink,
      opacity: 0.5,
    }) +
    drawSubject({
      subject,
      x,
      y: floor - unit * 1,
      size: unit * 38,
      main: palette.paper,
      detail: palette.ink,
      line: palette.ink,
      accent: palette.accent,
    }) +
    sphere({ x: x + ball * unit * 36, y: floor + unit * 9, radius: unit * 6, canvas })
  )
}

function sphere({
  x,
  y,
  radius,
  canvas: { palette },
}: {
  x: number
  y: number
  radius: number
  canvas: Canvas
}) {
  return (
    `<radialGradient id="ball" cx=".35" cy=".3" r=".75"><stop offset="0" stop-color="${palette.paper}"/><stop offset=".35" stop-color="${palette.accent}"/><stop offset="1" stop-color="${palette.land[4]}"/></radialGradient>` +
    shadow({
      id: 'ballfoot',
      x,
      y: y + radius * 0.95,
      rx: radius * 1.2,
      ry: radius * 0.25,
      colour: palette.ink,
    }) +
    circle(x, y, radius, 'url(#ball)')
  )
}
