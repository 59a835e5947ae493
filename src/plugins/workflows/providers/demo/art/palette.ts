import { cycle } from '../random.js'
import { oklch, ramp, type Oklch } from './colour.js'
import { SCHEMES } from './schemes.js'

type Five = readonly [string, string, string, string, string]

/** The colours of one picture. */
export interface Palette {
  sky: readonly [top: string, bottom: string]
  /** From the far and pale to the near and dark. */
  land: Five
  /** Sun, moon or one bright object. */
  sun: string
  /** What stands out from `land`. */
  accent: string
  /** The foreground: sand, a street, a table. */
  ground: string
  /** Shows on the ground and on the near land: dark on sand, light on a dark street. */
  line: string
  paper: string
  ink: string
  /** Strong colours of different hue that go together. */
  pops: Five
}

/** The palette at a position of the round; `drift` in degrees turns all hues a little. */
export function createPalette({ position, drift }: { position: number; drift: number }): Palette {
  const scheme = cycle(SCHEMES, position)
  const turn = ([lightness, chroma, hue]: Oklch): Oklch => [lightness, chroma, hue + drift]
  const [top, bottom] = scheme.sky.map((colour) => oklch(...turn(colour)))
  const [, , hue] = turn(scheme.land[1])
  const land = ramp({ from: turn(scheme.land[0]), to: turn(scheme.land[1]), steps: 5 })
  const pops = scheme.pops.map((pop, at) =>
    oklch(cycle([0.62, 0.78, 0.7, 0.5, 0.85], at), 0.17, pop + drift),
  )
  return {
    sky: [top ?? '#fff', bottom ?? '#fff'],
    land: five(land),
    sun: oklch(...turn(scheme.sun)),
    accent: oklch(...turn(scheme.accent)),
    ground: oklch(...turn(scheme.ground)),
    line: scheme.ground[0] > 0.5 ? oklch(0.24, 0.045, hue) : oklch(...turn(scheme.sun)),
    paper: oklch(0.97, 0.015, hue + 180),
    ink: oklch(0.24, 0.045, hue),
    pops: five(pops),
  }
}

function five(colours: readonly string[]): Five {
  const [a = '#000', b = '#000', c = '#000', d = '#000', e = '#000'] = colours
  return [a, b, c, d, e]
}
