import { shadow } from '../gradients.js'
import { circle, ellipse, group, path, rect, type Canvas } from '../svg.js'
import { wall } from './wall.js'

export function arches(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const x = width * random.between(0.42, 0.58)
  const floor = height * 0.74
  const colours = [
    palette.land[3],
    palette.land[1],
    palette.accent,
    palette.ground,
    palette.land[0],
  ]
  const bows = colours.map((colour, at) => {
    const radius = unit * (30 - at * 6)
    return path(
      `M${x - radius} ${floor}V${floor - unit * 12}A${radius} ${radius} 0 0 1 ${x + radius} ${floor - unit * 12}V${floor}Z`,
      at === 4 ? palette.paper : colour,
    )
  })
  const side = random.chance(0.5) ? 1 : -1
  return (
    wall(canvas) +
    rect(0, floor, width, height - floor, `${palette.land[0]} .35`) +
    shadow({ id: 'bow', x, y: floor + unit, rx: unit * 38, ry: unit * 2.4, colour: palette.ink }) +
    bows.join('') +
    shadow({
      id: 'dot',
      x: x + side * unit * 37,
      y: floor + unit * 0.6,
      rx: unit * 7,
      ry: unit * 1.2,
      colour: palette.ink,
    }) +
    circle(x + side * unit * 37, floor - unit * 5, unit * 5.4, palette.accent)
  )
}

export function pebbles(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const x = width / 2
  let y = height * 0.78
  let stones = ''
  for (const [at, half] of [24, 19, 14.5, 10, 6].entries()) {
    const tall = unit * half * random.between(0.42, 0.5)
    y -= tall
    const centre = x + unit * random.between(-2.6, 2.6)
    const colour = [
      palette.land[3],
      palette.land[2],
      palette.land[1],
      palette.accent,
      palette.land[4],
    ][at]
    stones += group(
      `rotate(${random.between(-4, 4).toFixed(1)} ${centre} ${y})`,
      ellipse(centre, y, unit * half, tall, colour ?? palette.ink) +
        ellipse(
          centre - unit * half * 0.22,
          y - tall * 0.4,
          unit * half * 0.62,
          tall * 0.42,
          `${palette.paper} .14`,
        ),
    )
    y -= tall * 0.96
  }
  return (
    wall(canvas) +
    circle(width * 0.5, height * 0.4, unit * 34, `${palette.sun} .7`) +
    rect(0, height * 0.78, width, height * 0.22, `${palette.land[0]} .45`) +
    shadow({
      id: 'stone',
      x,
      y: height * 0.785,
      rx: unit * 36,
      ry: unit * 3,
      colour: palette.ink,
      opacity: 0.4,
    }) +
    stones
  )
}

export function stairs(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const floor = height * 0.86
  const count = 5
  const deep = unit * 11
  const left = width / 2 - unit * 6
  const steps = Array.from({ length: count }, (_, at) => {
    const x = left + at * deep
    const top = floor - (at + 1) * unit * 8.4
    return (
      rect(x, top, width, floor - top, palette.land[at % 2 ? 2 : 1]) +
      rect(x, top, width, unit * 1.3, `${palette.paper} .45`)
    )
  })
  const half = unit * 11
  const x = width / 2 - unit * 27
  const on = random.whole(0, 2)
  const [ballX, ballY] = [left + (on + 0.5) * deep, floor - (on + 1) * unit * 8.4 - unit * 5]
  return (
    wall(canvas) +
    circle(width / 2 + unit * 20, height * 0.24, unit * 12, palette.accent) +
    path(
      `M${x - half} ${floor}V${floor - unit * 34}A${half} ${half} 0 0 1 ${x + half} ${floor - unit * 34}V${floor}Z`,
      palette.land[4],
    ) +
    path(
      `M${x - half + unit * 3} ${floor}V${floor - unit * 34}A${half} ${half} 0 0 1 ${x + half} ${floor - unit * 34}V${floor}Z`,
      palette.land[3],
    ) +
    rect(0, floor, width, height - floor, palette.land[0]) +
    steps.join('') +
    rect(left, floor, width, height - floor, `${palette.land[1]} .4`) +
    circle(ballX, ballY, unit * 5, palette.ink)
  )
}
