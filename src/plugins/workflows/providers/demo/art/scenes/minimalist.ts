import {
  circle,
  ellipse,
  group,
  linear,
  path,
  rect,
  shadow,
  smooth,
  stroke,
  type Canvas,
  type Scene,
} from '../svg.js'

/** Few shapes, much air. */
export const minimalist: readonly [Scene, ...Scene[]] = [horizon, arches, pebbles, branch, stairs]

function wall({ width, height, palette }: Canvas): string {
  return (
    rect(0, 0, width, height, palette.paper) +
    linear('wall', [`${palette.sky[1]} 0 0`, `${palette.sky[1]} 100 .6`], 70) +
    rect(0, 0, width, height, 'url(#wall)')
  )
}

function horizon(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const x = width * random.between(0.36, 0.64)
  const y = height * 0.56
  const radius = unit * 25
  const lines = Array.from({ length: 6 }, (_, at) => {
    const half = radius * (1.35 - at * 0.2)
    return rect(
      x - half,
      y + unit * (3 + at * 3.4),
      half * 2,
      unit * 0.9,
      `${palette.land[2]} ${(1 - at * 0.14).toFixed(2)}`,
    )
  })
  const bird = (dx: number, dy: number, size: number) =>
    stroke(
      `M${x + dx} ${y + dy}q${size} ${-size} ${size * 1.7} 0q${size * 0.7} ${-size} ${size * 1.7} 0`,
      palette.ink,
      unit * 0.5,
    )
  return (
    wall(canvas) +
    path(`M${x - radius} ${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}Z`, palette.accent) +
    rect(width * 0.12, y - unit * 0.35, width * 0.76, unit * 0.7, palette.ink) +
    lines.join('') +
    bird(unit * 24, -unit * 27, unit * 2.4) +
    bird(unit * 31, -unit * 23, unit * 1.7)
  )
}

function arches(canvas: Canvas): string {
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

function pebbles(canvas: Canvas): string {
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

function branch(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const floor = height * 0.82
  const x = width * 0.44
  const lean = random.chance(0.5) ? 1 : -1
  const stem = (share: number): [number, number] => [
    x + lean * unit * 26 * share ** 1.8,
    floor - unit * 24 - unit * 44 * share,
  ]
  const leaves = Array.from({ length: 9 }, (_, at) => {
    const [leafX, leafY] = stem(0.22 + at * 0.092)
    const angle = (at % 2 ? 62 : -48) + lean * 22 + random.between(-8, 8)
    const long = unit * (12 - at * 0.55)
    const paint = at % 3 === 2 ? palette.accent : (palette.land[2 + (at % 2)] ?? palette.ink)
    return group(
      `translate(${leafX.toFixed(1)} ${leafY.toFixed(1)}) rotate(${angle.toFixed(1)})`,
      path(
        `M0 0C${long * 0.5} ${-long * 0.3} ${long * 0.42} ${-long * 0.85} 0 ${-long}C${-long * 0.42} ${-long * 0.85} ${-long * 0.5} ${-long * 0.3} 0 0Z`,
        paint,
      ),
    )
  })
  const vase = `M${x - unit * 4} ${floor - unit * 26}h${unit * 8}v${unit * 5}c${unit * 12} ${unit * 5} ${unit * 10} ${unit * 21} ${unit * 2} ${unit * 21}h${-unit * 12}c${-unit * 8} 0 ${-unit * 10} ${-unit * 16} ${unit * 2} ${-unit * 21}z`
  return (
    wall(canvas) +
    rect(width * 0.52, height * 0.12, width * 0.3, height * 0.5, `${palette.sun} .8`) +
    rect(0, floor, width, height - floor, palette.land[0]) +
    shadow({
      id: 'vase',
      x: x + unit * 6,
      y: floor + unit * 0.8,
      rx: unit * 22,
      ry: unit * 2.2,
      colour: palette.ink,
    }) +
    stroke(smooth([0, 0.25, 0.5, 0.75, 1].map(stem)), palette.ink, unit * 0.7) +
    leaves.join('') +
    path(vase, palette.land[4]) +
    path(
      `M${x - unit * 4} ${floor - unit * 26}h${unit * 3}v${unit * 26}h${-unit * 5}c${-unit * 8} 0 ${-unit * 10} ${-unit * 16} ${unit * 2} ${-unit * 21}z`,
      `${palette.paper} .12`,
    )
  )
}

function stairs(canvas: Canvas): string {
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
