import { linear, radial, skyOf } from '../gradients.js'
import { below, polyline, smooth } from '../lines.js'
import { circle, path, type Canvas, type Scene } from '../svg.js'
import { ridge } from './ridge.js'
import { stillLife } from './stillLife.js'
import { night, sunset } from './waters.js'

/** Light, depth and haze by gradients. */
export const realistic: readonly [Scene, ...Scene[]] = [stillLife, mist, sunset, dunes, night]

function mist(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const layers = palette.land.map((colour, at) => {
    const far = palette.land[Math.max(0, at - 1)] ?? colour
    return (
      linear(`m${at}`, [colour, `${at ? far : palette.sky[1]} 100`]) +
      below({
        line: polyline(ridge({ canvas, y: height * (0.42 + at * 0.115), swing: unit * (9 - at) })),
        canvas,
        paint: `url(#m${at})`,
      })
    )
  })
  const x = width * random.between(0.25, 0.75)
  return (
    skyOf(canvas) +
    radial('glow', [`${palette.sun} 0 .95`, `${palette.sun} 30 .55`, `${palette.sun} 100 0`]) +
    circle(x, height * 0.3, unit * 46, 'url(#glow)') +
    circle(x, height * 0.3, unit * 7, palette.sun) +
    layers.join('')
  )
}

function dunes(canvas: Canvas): string {
  const { height, width, unit, random, palette } = canvas
  const crest = (y: number, at: number) => {
    const peak = width * random.between(0.25, 0.75)
    const top = y - unit * random.between(8, 14)
    const left = smooth([
      [0, y + unit * 3],
      [peak * 0.5, y - unit * 1],
      [peak, top],
    ])
    const ridgeLine = `C${peak + unit * 4} ${top + unit * 10} ${peak - unit * 16} ${y + unit * 16} ${peak + unit * 6} ${y + unit * 34}`
    const [light, shade] = [palette.land[at] ?? palette.accent, palette.land[at + 1] ?? palette.ink]
    return (
      linear(`l${at}`, [light, shade], 80) +
      linear(`d${at}`, [shade, `${light} 100`], 60) +
      path(
        `${left}${smooth([
          [peak, top],
          [(peak + width) / 2, y],
          [width, y + unit * 5],
        ]).replace('M', 'L')}V${height}H0Z`,
        `url(#d${at})`,
      ) +
      path(`${left}${ridgeLine}V${height}H0Z`, `url(#l${at})`)
    )
  }
  return (
    skyOf(canvas) +
    circle(width * random.between(0.2, 0.8), height * 0.24, unit * 8, palette.sun) +
    [0.46, 0.58, 0.72, 0.88].map((y, at) => crest(height * y, at)).join('')
  )
}
