import { shadow } from '../gradients.js'
import { below, smooth } from '../lines.js'
import { drawSubject } from '../subjects.js'
import type { Canvas } from '../svg.js'

/** The strip in front, and the subject that stands on it. */
export function foreground(canvas: Canvas, x: number): string {
  const { width, height, unit, random, palette, subject } = canvas
  const y = height * 0.87
  const line = smooth([
    [0, y + unit * random.between(0, 3)],
    [width * 0.3, y - unit * random.between(1, 3)],
    [width * 0.7, y - unit * random.between(0, 2)],
    [width, y + unit * random.between(0, 3)],
  ])
  const size = unit * (width > height ? 54 : 46)
  return (
    below({ line, canvas, paint: palette.ground }) +
    shadow({
      id: 'foot',
      x,
      y: y + unit * 2.4,
      rx: size * 0.5,
      ry: unit * 2,
      colour: palette.ink,
    }) +
    drawSubject({
      subject,
      x,
      y: y + unit * 2.4,
      size,
      main: palette.paper,
      detail: palette.ink,
      line: palette.line,
      accent: palette.accent,
    })
  )
}
