import type { Random } from '../random.js'
import type { Palette } from './palette.js'

/** What a scene paints on. Everything is in px of the finished image. */
export interface Canvas {
  width: number
  height: number
  /** A hundredth of the shorter side: sizes in units look alike in every format. */
  unit: number
  random: Random
  palette: Palette
  /** Walk of life of the prompt, for scenes that show an object. */
  subject: string
}

export type Point = readonly [x: number, y: number]

/** Draws one composition as SVG elements. No text: fonts differ from machine to machine. */
export type Scene = (canvas: Canvas) => string

export function rect(x: number, y: number, width: number, height: number, paint: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" ${attrs(paint)}/>`
}

export function circle(x: number, y: number, radius: number, paint: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${attrs(paint)}/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, paint: string): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" ${attrs(paint)}/>`
}

export function path(d: string, paint: string): string {
  return `<path d="${d}" ${attrs(paint)}/>`
}

export function polygon(points: readonly Point[], paint: string): string {
  return path(`${polyline(points)}Z`, paint)
}

/** A line without fill. */
export function stroke(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

/** Moves, turns and scales what is inside. */
export function group(transform: string, content: string): string {
  return `<g transform="${transform}">${content}</g>`
}

export function polyline(points: readonly Point[]): string {
  return points.map(([x, y], at) => `${at ? 'L' : 'M'}${n(x)} ${n(y)}`).join('')
}

/** A soft line through all points (Catmull-Rom as Bézier curves). */
export function smooth(points: readonly Point[]): string {
  const at = (index: number): Point =>
    points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0]
  const [startX, startY] = at(0)
  const curves = points.slice(1).map((end, index) => {
    const [before, from, after] = [at(index - 1), at(index), at(index + 2)]
    const first = [from[0] + (end[0] - before[0]) / 6, from[1] + (end[1] - before[1]) / 6]
    const second = [end[0] - (after[0] - from[0]) / 6, end[1] - (after[1] - from[1]) / 6]
    return `C${[...first, ...second, ...end].map(n).join(' ')}`
  })
  return `M${n(startX)} ${n(startY)}${curves.join('')}`
}

/** Everything below a line of points, down to the lower edge. */
export function below({
  line,
  canvas,
  paint,
}: {
  line: string
  canvas: Canvas
  paint: string
}): string {
  return path(`${line}V${n(canvas.height)}H0Z`, paint)
}

/** Points from the left to the right edge, around `y`, at most `swing` away. */
export function wave({
  canvas: { width, random },
  y,
  swing,
  count,
}: {
  canvas: Canvas
  y: number
  swing: number
  count: number
}): Point[] {
  const phase = random.between(0, Math.PI * 2)
  const turns = random.between(0.7, 1.5)
  return Array.from({ length: count + 1 }, (_, at) => {
    const share = at / count
    const roll = Math.sin(phase + share * Math.PI * 2 * turns)
    return [share * width, y + swing * (roll * 0.75 + random.between(-0.25, 0.25))]
  })
}

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

/** `colour`, or `colour opacity`. */
function attrs(paint: string): string {
  const [fill, opacity] = paint.split(' ')
  return `fill="${fill}"${opacity ? ` fill-opacity="${opacity}"` : ''}`
}

/** Two decimals: shorter files, and the same ones on every processor. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}
