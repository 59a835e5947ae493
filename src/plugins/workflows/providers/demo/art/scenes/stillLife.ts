import { linear, shadow } from '../gradients.js'
import { polygon } from '../lines.js'
import { circle, path, rect, type Canvas, type Point } from '../svg.js'

/** A bottle and three fruits in the light of a window. */
export function stillLife(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas
  const table = height * 0.66
  const base = height * 0.8
  const x = width * 0.5
  const light = random.chance(0.5) ? 1 : -1
  const pane = (shift: number): Point[] => [
    [x + light * unit * (shift - 46), height * 0.08],
    [x + light * unit * (shift - 28), height * 0.08],
    [x + light * unit * (shift - 12), table],
    [x + light * unit * (shift - 30), table],
  ]
  const fruit = (dx: number, dy: number, radius: number, colour: string, id: string) => {
    const [cx, cy, r] = [x + light * unit * dx, base + unit * dy, unit * radius]
    return (
      shadow({
        id: `${id}s`,
        x: cx + light * r * 0.5,
        y: cy + r * 0.88,
        rx: r * 1.5,
        ry: r * 0.32,
        colour: palette.ink,
        opacity: 0.55,
      }) +
      `<radialGradient id="${id}" cx="${light > 0 ? 0.34 : 0.66}" cy=".3" r=".8"><stop offset="0" stop-color="${palette.paper}"/><stop offset=".28" stop-color="${colour}"/><stop offset=".8" stop-color="${colour}"/><stop offset="1" stop-color="${palette.ink}" stop-opacity=".9"/></radialGradient>` +
      circle(cx, cy, r, colour) +
      circle(cx, cy, r, `url(#${id})`)
    )
  }
  return (
    linear('wall', [palette.sky[1], palette.land[0]], light > 0 ? 25 : 155) +
    rect(0, 0, width, height, 'url(#wall)') +
    polygon(pane(0), `${palette.sun} .5`) +
    polygon(pane(22), `${palette.sun} .42`) +
    linear('table', [palette.land[2], palette.land[4]]) +
    rect(0, table, width, height - table, 'url(#table)') +
    rect(0, table, width, unit * 0.5, `${palette.paper} .35`) +
    bottle({ x: x - light * unit * 17, base: base + unit * 2, light, canvas }) +
    fruit(20, -8, 11, palette.pops[1], 'back') +
    fruit(3, -3, 9, palette.accent, 'mid') +
    fruit(30, 2, 7.5, palette.pops[0], 'front')
  )
}

function bottle({
  x,
  base,
  light,
  canvas: { unit, palette },
}: {
  x: number
  base: number
  light: number
  canvas: Canvas
}): string {
  const u = unit
  const body = `M${x - u * 3.4} ${base - u * 56}h${u * 6.8}v${u * 15}c${u * 1} ${u * 6} ${u * 7.4} ${u * 7} ${u * 7.4} ${u * 15}v${u * 22}q0 ${u * 4} ${-u * 4} ${u * 4}h${-u * 13.6}q${-u * 4} 0 ${-u * 4} ${-u * 4}v${-u * 22}c0 ${-u * 8} ${u * 6.4} ${-u * 9} ${u * 7.4} ${-u * 15}z`
  const stops = [palette.land[4], palette.land[2], palette.land[0], palette.land[3], palette.ink]
  return (
    shadow({
      id: 'bs',
      x: x + light * u * 9,
      y: base - u * 0.5,
      rx: u * 24,
      ry: u * 3,
      colour: palette.ink,
      opacity: 0.55,
    }) +
    linear('glass', light > 0 ? stops : [...stops].reverse(), 0) +
    path(body, 'url(#glass)') +
    rect(x - u * 10.8, base - u * 21, u * 21.6, u * 12, `${palette.paper} .88`) +
    rect(x - u * 7, base - u * 16.5, u * 14, u * 0.9, palette.land[3]) +
    rect(x - u * 7, base - u * 14, u * 9, u * 0.9, palette.land[3]) +
    rect(x - u * 4, base - u * 57, u * 8, u * 4.5, palette.ink) +
    rect(x - light * u * 7.6, base - u * 24, u * 1.2, u * 20, `${palette.paper} .45`)
  )
}
