interface Colours {
  frame: string
  dark: string
  metal: string
  accent: string
}

const WHEEL = 118
const REAR = { x: 150, y: 330 }
const FRONT = { x: 520, y: 330 }

const spokes = ({ x, y }: { x: number; y: number }, colour: string): string =>
  Array.from({ length: 14 }, (_, index) => {
    const angle = (index * Math.PI) / 7
    const [dx, dy] = [Math.cos(angle) * (WHEEL - 8), Math.sin(angle) * (WHEEL - 8)]
    return `<path d="M${x} ${y}l${dx.toFixed(1)} ${dy.toFixed(1)}" stroke="${colour}" stroke-width="1.6" opacity=".5"/>`
  }).join('')

const wheel = (at: { x: number; y: number }, { dark, metal }: Colours): string => `
  <circle cx="${at.x}" cy="${at.y}" r="${WHEEL}" fill="none" stroke="${dark}" stroke-width="15"/>
  <circle cx="${at.x}" cy="${at.y}" r="${WHEEL - 11}" fill="none" stroke="${metal}" stroke-width="5"/>
  ${spokes(at, metal)}
  <circle cx="${at.x}" cy="${at.y}" r="13" fill="${dark}"/>
  <circle cx="${at.x}" cy="${at.y}" r="40" fill="none" stroke="${metal}" stroke-width="3"/>`

const mudguard = ({ x, y }: { x: number; y: number }, from: number, to: number): string => {
  const r = WHEEL + 16
  const point = (degrees: number): string => {
    const angle = (degrees * Math.PI) / 180
    return `${(x + Math.cos(angle) * r).toFixed(1)} ${(y + Math.sin(angle) * r).toFixed(1)}`
  }
  return `M${point(from)}A${r} ${r} 0 0 1 ${point(to)}`
}

/** A low-step city bicycle seen from the side, 680 by 460, wheels on y = 455. */
export const bicycle = (colours: Colours): string => {
  const { frame, dark, metal, accent } = colours
  const tube = `fill="none" stroke="${frame}" stroke-linecap="round" stroke-linejoin="round"`
  return `
  ${wheel(REAR, colours)}
  ${wheel(FRONT, colours)}
  <path d="${mudguard(REAR, 170, 318)}" ${tube} stroke-width="8"/>
  <path d="${mudguard(FRONT, 195, 325)}" ${tube} stroke-width="8"/>
  <path d="M150 330L300 332M150 330L262 190" ${tube} stroke-width="12"/>
  <path d="M300 332L248 118" ${tube} stroke-width="17"/>
  <path d="M300 332C360 300 400 230 446 158" ${tube} stroke-width="30"/>
  <path d="M330 302C362 272 392 228 420 184" fill="none" stroke="${dark}" stroke-width="10" stroke-linecap="round" opacity=".55"/>
  <path d="M262 190C330 214 388 178 446 138" ${tube} stroke-width="12"/>
  <path d="M432 92L458 190L520 330" ${tube} stroke-width="15"/>
  <path d="M432 92C420 72 398 66 372 74" fill="none" stroke="${dark}" stroke-width="10" stroke-linecap="round"/>
  <path d="M372 74l-34 9" stroke="${accent}" stroke-width="14" stroke-linecap="round"/>
  <path d="M205 112C238 98 278 104 304 112C286 126 236 130 205 112Z" fill="${dark}"/>
  <circle cx="300" cy="332" r="34" fill="${dark}"/>
  <circle cx="300" cy="332" r="20" fill="none" stroke="${metal}" stroke-width="4"/>
  <path d="M300 332L334 376M318 384h36" stroke="${metal}" stroke-width="8" stroke-linecap="round"/>
  <path d="M150 330L300 312M150 346L300 356" stroke="${dark}" stroke-width="4"/>
  <path d="M62 190H214M84 190L120 296M200 190L168 300" fill="none" stroke="${dark}" stroke-width="7" stroke-linecap="round"/>
  <path d="M448 132H566M486 132L454 172M566 132V106" fill="none" stroke="${dark}" stroke-width="7" stroke-linecap="round"/>
  <circle cx="476" cy="206" r="12" fill="${accent}"/>
  <rect x="50" y="178" width="12" height="22" rx="5" fill="${accent}"/>`
}
