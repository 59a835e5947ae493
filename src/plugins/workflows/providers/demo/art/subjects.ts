import { circle, ellipse, group, path, rect, stroke } from './svg.js'

interface Colours {
  /** Of the object. */
  main: string
  /** Of what is drawn upon it. */
  detail: string
  /** Of thin parts that stand before the background. */
  line: string
  /** Of one small part that catches the eye. */
  accent: string
}

/** Objects in a box of 100 x 80, standing on its lower edge. */
const SUBJECTS: Record<string, (colours: Colours) => string> = {
  mobility: bicycle,
  food: cup,
  software: laptop,
  wellness: lotus,
  travel: tent,
  home: armchair,
  style: bag,
}

/** Draws the object of a walk of life, `size` px wide, its foot in the middle at `x`, `y`. */
export function drawSubject({
  subject,
  x,
  y,
  size,
  ...colours
}: Colours & { subject: string; x: number; y: number; size: number }): string {
  const draw = SUBJECTS[subject] ?? plant
  return group(`translate(${x - size / 2} ${y - size * 0.8}) scale(${size / 100})`, draw(colours))
}

function bicycle({ main, detail, line, accent }: Colours): string {
  const wheel = (x: number) => {
    const spokes = Array.from({ length: 6 }, (_, at) => {
      const angle = (at * Math.PI) / 6
      const [dx, dy] = [Math.cos(angle) * 16, Math.sin(angle) * 16]
      return `M${x - dx} ${61 - dy}L${x + dx} ${61 + dy}`
    }).join('')
    return (
      stroke(spokes, main, 0.4, 'opacity=".6"') +
      `<circle cx="${x}" cy="61" r="17.5" fill="none" stroke="${line}" stroke-width="3"/>`
    )
  }
  return (
    wheel(20) +
    wheel(80) +
    stroke('M20 61L36 33H66L45 61ZM45 61L33 26M80 61L66 33L63.5 25', main, 3.2) +
    stroke('M27 25H39', accent, 4.4) +
    stroke('M63.5 25L71 23Q77 23 76 29', line, 3) +
    circle(45, 61, 5, main) +
    circle(45, 61, 2.4, detail)
  )
}

function cup({ main, line, accent }: Colours): string {
  return (
    ellipse(50, 76, 40, 4, line) +
    stroke('M70 44H78A9 9 0 0 1 78 64H68', main, 4.5) +
    path('M22 38H74V54A22 22 0 0 1 52 76H44A22 22 0 0 1 22 54Z', main) +
    stroke(
      'M36 30C31 24 41 20 36 12M50 30C45 22 55 18 50 8M64 30C59 24 69 20 64 12',
      main,
      2.6,
      'opacity=".75"',
    ) +
    path('M22 46H74V53H22Z', accent)
  )
}

function laptop({ main, detail, accent }: Colours): string {
  const bars = [16, 26, 20, 34].map((height, at) =>
    rect(34 + at * 9, 60 - height, 5.5, height, at === 3 ? accent : `${main} .75`),
  )
  return (
    `<rect x="18" y="16" width="64" height="52" rx="4" fill="${main}"/>` +
    `<rect x="21.500" y="19.500" width="57" height="45" rx="1.500" fill="${detail}"/>` +
    bars.join('') +
    path('M8 70H92L88 77Q87 79 84 79H16Q13 79 12 77Z', main) +
    path('M42 70H58Q57 73 54 73H46Q43 73 42 70Z', `${detail} .5`)
  )
}

function lotus({ main, line, accent }: Colours): string {
  const petal = (angle: number, scale: number, paint: string) =>
    group(
      `translate(50 68) rotate(${angle}) scale(${scale})`,
      path('M0 0C-15 -14 -13 -38 0 -52C13 -38 15 -14 0 0Z', paint),
    )
  return (
    ellipse(50, 75, 38, 3, `${line} .6`) +
    [-72, 72].map((angle) => petal(angle, 0.82, `${main} .55`)).join('') +
    [-42, 42].map((angle) => petal(angle, 0.95, `${main} .75`)).join('') +
    [-18, 18].map((angle) => petal(angle, 1.02, `${main} .85`)).join('') +
    petal(0, 1.05, main) +
    circle(50, 62, 4.2, accent)
  )
}

function tent({ main, detail, line, accent }: Colours): string {
  return (
    path('M50 18L92 78H8Z', main) +
    path('M50 18L92 78H66Z', `${detail} .3`) +
    path('M50 36L62 78H38Z', detail) +
    stroke('M50 18V6', line, 2.2) +
    path('M50 5L65 10L50 15Z', accent)
  )
}

function armchair({ main, detail, line, accent }: Colours): string {
  return (
    stroke('M84 78V26', line, 2) +
    path('M74 28L79 10H89L94 28Z', accent) +
    ellipse(84, 78, 9, 1.8, line) +
    stroke('M20 70L17 79M58 70L61 79', line, 3) +
    path('M20 26Q20 16 30 16H48Q58 16 58 26V52H20Z', main) +
    path('M8 46Q8 38 15 38T22 46V56H56V46Q56 38 63 38T70 46V66Q70 71 65 71H13Q8 71 8 66Z', main) +
    path('M22 52H56V60H22Z', `${detail} .28`)
  )
}

function bag({ main, detail, line, accent }: Colours): string {
  return (
    stroke('M36 34V26A14 14 0 0 1 64 26V34', line, 3.4) +
    path('M22 32H78L86 76Q86 79 83 79H17Q14 79 14 76Z', main) +
    path('M18.500 52H81.500L83 60H17Z', accent) +
    circle(36, 40, 2.2, detail) +
    circle(64, 40, 2.2, detail)
  )
}

function plant({ main, detail, accent }: Colours): string {
  const leaf = (angle: number, length: number, paint: string) =>
    group(
      `translate(50 52) rotate(${angle})`,
      path(
        `M0 0C-11 ${-length * 0.3} -9 ${-length * 0.8} 0 ${-length}C9 ${-length * 0.8} 11 ${-length * 0.3} 0 0Z`,
        paint,
      ),
    )
  return (
    leaf(-62, 34, `${main} .8`) +
    leaf(62, 34, `${main} .8`) +
    leaf(-30, 44, `${main} .9`) +
    leaf(32, 42, `${main} .9`) +
    leaf(0, 50, main) +
    path('M33 50H67L63 76Q62.500 79 59.500 79H40.500Q37.500 79 37 76Z', accent) +
    rect(31, 48, 38, 6, accent) +
    rect(33, 54, 34, 2, `${detail} .3`)
  )
}
