import { ellipse, n, rect, type Canvas } from './svg.js'

/** Defines a linear gradient; `angle` in degrees, 90 = downwards. Use as `url(#id)`. */
export function linear(id: string, stops: readonly string[], angle = 90): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0" gradientTransform="rotate(${angle} .5 .5)">${stopsOf(stops)}</linearGradient>`
}

/** Defines a radial gradient around `cx`, `cy`, as shares of the shape. */
export function radial(id: string, stops: readonly string[], cx = 0.5, cy = 0.5): string {
  return `<radialGradient id="${id}" cx=".5" cy=".5" r=".5" fx="${n(cx)}" fy="${n(cy)}">${stopsOf(stops)}</radialGradient>`
}

/** A soft shadow: a gradient, because large blurs take librsvg seconds (niche-and-parts.md 6.2). */
export function shadow({
  id,
  x,
  y,
  rx,
  ry,
  colour,
  opacity = 0.35,
}: {
  id: string
  x: number
  y: number
  rx: number
  ry: number
  colour: string
  opacity?: number
}): string {
  return (
    radial(id, [`${colour} 0 ${opacity}`, `${colour} 100 0`]) + ellipse(x, y, rx, ry, `url(#${id})`)
  )
}

/** The sky of the palette over the whole picture. */
export function skyOf({ width, height, palette }: Canvas): string {
  return linear('sky', [palette.sky[0], palette.sky[1]]) + rect(0, 0, width, height, 'url(#sky)')
}

/** `colour`, `colour offset` or `colour offset opacity`; offsets in percent. */
function stopsOf(stops: readonly string[]): string {
  return stops
    .map((stop, at) => {
      const [colour, offset = String((at / Math.max(1, stops.length - 1)) * 100), opacity = '1'] =
        stop.split(' ')
      return `<stop offset="${offset}%" stop-color="${colour}" stop-opacity="${opacity}"/>`
    })
    .join('')
}
