const UNITS = [
  { letter: 'd', seconds: 86_400 },
  { letter: 'h', seconds: 3_600 },
  { letter: 'm', seconds: 60 },
  { letter: 's', seconds: 1 },
] as const

/** `0.4 s`, `38 s`, `1 m 12 s`, `2 h 5 m`: the two largest units, rounded to the smaller one. */
export function formatDuration({ ms, locale }: { ms: number; locale: string }): string {
  const seconds = Math.max(0, ms) / 1000
  if (seconds < 1) {
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    return `${number.format(seconds)} s`
  }
  const smallest = seconds >= 86_400 ? 3_600 : seconds >= 3_600 ? 60 : 1
  let rest = Math.round(seconds / smallest) * smallest
  const parts: string[] = []
  for (const { letter, seconds: length } of UNITS) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0) parts.push(`${count} ${letter}`)
  }
  return parts.slice(0, 2).join(' ')
}
