import { skyOf } from '../gradients.js'
import { below, polyline, smooth, wave } from '../lines.js'
import { circle, type Canvas, type Point, type Scene } from '../svg.js'
import { foreground } from './foreground.js'
import { seaside, skyline } from './places.js'
import { stage } from './stage.js'

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
