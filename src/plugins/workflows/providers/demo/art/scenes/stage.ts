import { linear, shadow, skyOf } from '../gradients.js'
import { drawSubject } from '../subjects.js'
import { circle, path, rect, type Canvas } from '../svg.js'

/** An object on a stage, as in a shop window. */
export function stage(canvas: Canvas): string {
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
