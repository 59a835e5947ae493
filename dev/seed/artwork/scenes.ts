import { bicycle } from './bicycle.js'

const WIDTH = 1600
const HEIGHT = 1200

const frame = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${content}</svg>`

const gradient = (id: string, stops: string[]): string => {
  const parts = stops.map(
    (colour, index) =>
      `<stop offset="${(index / (stops.length - 1)).toFixed(3)}" stop-color="${colour}"/>`,
  )
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${parts.join('')}</linearGradient>`
}

/** House fronts between `from` and `to`, the same at every run. */
const houses = (args: {
  base: number
  colour: string
  seed: number
  lit?: string
  tallest?: number
}): string => {
  let state = args.seed
  const next = (): number => (state = (state * 16807) % 2147483647) / 2147483647
  let x = -20
  let drawing = ''
  while (x < WIDTH) {
    const width = 70 + next() * 90
    const height = (0.4 + next() * 0.6) * (args.tallest ?? 340)
    const top = args.base - height
    drawing += `<path d="M${x} ${args.base}V${top}l${width / 2} ${-18 - next() * 40}l${width / 2} ${40 * next()}V${args.base}Z" fill="${args.colour}"/>`
    for (let row = top + 36; args.lit && row < args.base - 40; row += 46) {
      for (let column = x + 16; column < x + width - 22; column += 34) {
        if (next() < 0.3) {
          drawing += `<rect x="${column}" y="${row}" width="13" height="20" rx="2" fill="${args.lit}" opacity="${(0.5 + next() / 2).toFixed(2)}"/>`
        }
      }
    }
    x += width + 4
  }
  return drawing
}

const ripples = (from: number, colour: string): string =>
  Array.from({ length: 34 }, (_, index) => {
    const y = from + index * 9 + index * index * 0.12
    const x = (index * 397) % 1500
    return `<path d="M${x} ${y}h${90 + ((index * 53) % 240)}" stroke="${colour}" stroke-width="3" stroke-linecap="round" opacity=".35"/>`
  }).join('')

export const harbourAtDawn = (): string =>
  frame(`<defs>${gradient('sky', ['#2c4d6e', '#86a3bd', '#f2c9a8', '#ffd9a8', '#ffd9a8'])}${gradient('sea', ['#d9b79d', '#5f83a3', '#24425e'])}${gradient('quay', ['#46566a', '#222d3b'])}</defs>
  <rect width="1600" height="1200" fill="url(#sky)"/>
  <circle cx="1120" cy="430" r="84" fill="#fff1d8" opacity=".95"/>
  <circle cx="1120" cy="430" r="190" fill="#ffe2b8" opacity=".22"/>
  <path d="M0 560L180 380 330 500 520 300 760 540 930 420 1130 560 1330 390 1600 560V640H0Z" fill="#3f6180" opacity=".75"/>
  ${houses({ base: 640, colour: '#2b4560', seed: 11, lit: '#ffd79a', tallest: 190 })}
  <rect y="636" width="1600" height="330" fill="url(#sea)"/>${ripples(650, '#ffe9cf')}
  <rect y="940" width="1600" height="260" fill="url(#quay)"/>
  <path d="M0 942H1600" stroke="#8fa3b8" stroke-width="5"/>
  <ellipse cx="800" cy="1098" rx="430" ry="26" fill="#0f1722" opacity=".5"/>
  <g transform="translate(340 482) scale(1.36)">${bicycle({ frame: '#f4efe6', dark: '#111a24', metal: '#b9c4cf', accent: '#ff6b57' })}</g>`)

export const studioPortrait = (): string =>
  frame(`<defs>${gradient('wall', ['#eef3f6', '#d8e3ea'])}${gradient('floor', ['#c8d6df', '#e7eef2'])}</defs>
  <rect width="1600" height="860" fill="url(#wall)"/><rect y="860" width="1600" height="340" fill="url(#floor)"/>
  <circle cx="1180" cy="420" r="300" fill="#ff6b57" opacity=".14"/><circle cx="420" cy="330" r="170" fill="#14324a" opacity=".07"/>
  <ellipse cx="800" cy="1010" rx="520" ry="34" fill="#6d8291" opacity=".35"/>
  <g transform="translate(230 286) scale(1.6)">${bicycle({ frame: '#14324a', dark: '#0d1a26', metal: '#8799a6', accent: '#ff6b57' })}</g>`)

const rain = (): string =>
  Array.from({ length: 150 }, (_, index) => {
    const [x, y] = [(index * 211) % 1640, (index * 137) % 1180]
    return `<path d="M${x} ${y}l-10 ${34 + (index % 5) * 6}" stroke="#bcd3e6" stroke-width="2" opacity=".28"/>`
  }).join('')

export const rainyEvening = (): string =>
  frame(`<defs>${gradient('dusk', ['#0f1c2b', '#23405a', '#4a6b82'])}${gradient('street', ['#31495e', '#0e1823'])}<linearGradient id="light"><stop offset="0" stop-color="#fff1c4" stop-opacity=".7"/><stop offset="1" stop-color="#fff1c4" stop-opacity="0"/></linearGradient><radialGradient id="beam"><stop offset="0" stop-color="#fff4cf" stop-opacity=".85"/><stop offset="1" stop-color="#fff4cf" stop-opacity="0"/></radialGradient></defs>
  <rect width="1600" height="1200" fill="url(#dusk)"/>
  ${houses({ base: 760, colour: '#16293b', seed: 29, lit: '#ffcf87' })}${houses({ base: 860, colour: '#0f1e2d', seed: 5, lit: '#ffb765' })}
  <rect y="856" width="1600" height="344" fill="url(#street)"/>
  <path d="M1010 776L1600 720V1080Z" fill="url(#light)"/><ellipse cx="1330" cy="1030" rx="330" ry="44" fill="url(#beam)"/>
  <ellipse cx="820" cy="1092" rx="400" ry="22" fill="#060c12" opacity=".6"/>
  <g transform="translate(420 520) scale(1.24)">${bicycle({ frame: '#9cc4d8', dark: '#070d14', metal: '#9fb0bd', accent: '#ff6b57' })}</g>
  <g transform="translate(420 1640) scale(1.24 -1.1)" opacity=".12">${bicycle({ frame: '#9cc4d8', dark: '#070d14', metal: '#9fb0bd', accent: '#ff6b57' })}</g>${rain()}`)

export const parkInSummer = (): string => {
  const tree = (x: number, y: number, r: number, colour: string): string =>
    `<path d="M${x} ${y}v${r * 1.7}" stroke="#6b4f3a" stroke-width="${r * 0.16}"/><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/><circle cx="${x - r * 0.6}" cy="${y + r * 0.4}" r="${r * 0.66}" fill="${colour}"/><circle cx="${x + r * 0.62}" cy="${y + r * 0.34}" r="${r * 0.7}" fill="${colour}"/>`
  return frame(`<defs>${gradient('day', ['#a8d8ea', '#e6f5f3', '#fdf6e3'])}${gradient('grass', ['#9ccf8d', '#5da06a'])}</defs>
  <rect width="1600" height="1200" fill="url(#day)"/><circle cx="300" cy="230" r="90" fill="#fff3bf"/>
  ${houses({ base: 660, colour: '#c9dbe2', seed: 17 })}
  ${tree(210, 520, 120, '#6fb27d')}${tree(1380, 500, 140, '#5fa372')}${tree(1120, 560, 90, '#83c08c')}${tree(520, 570, 80, '#86c491')}
  <path d="M0 700C420 640 1160 650 1600 720V1200H0Z" fill="url(#grass)"/>
  <path d="M0 1010C460 930 1180 950 1600 1040V1150C1180 1060 460 1050 0 1130Z" fill="#efe2c6"/>
  <ellipse cx="790" cy="1072" rx="410" ry="24" fill="#3d6b49" opacity=".35"/>
  <g transform="translate(360 486) scale(1.28)">${bicycle({ frame: '#ff6b57', dark: '#1d2b33', metal: '#cfd8dc', accent: '#14324a' })}</g>
  <g fill="#fff" opacity=".8"><ellipse cx="980" cy="180" rx="120" ry="34"/><ellipse cx="1070" cy="160" rx="90" ry="40"/></g>`)
}
