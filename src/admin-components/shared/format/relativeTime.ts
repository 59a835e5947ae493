const UNITS = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/** `5 minutes ago`, `yesterday`, `in 2 hours`; stands beside `fullDate` in the title. */
export function relativeTime({
  date,
  now = Date.now(),
  locale,
}: {
  date: Date | number | string
  now?: number
  locale: string
}): string {
  const seconds = (new Date(date).getTime() - now) / 1000
  if (Number.isNaN(seconds)) return ''
  const { unit, seconds: length } = UNITS.find(
    (candidate) => Math.abs(seconds) >= candidate.seconds,
  ) ?? { unit: 'second', seconds: 1 }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  // Towards zero: 119 seconds are not yet two minutes.
  return format.format(Math.trunc(seconds / length), unit)
}

/** `22 June 2026 at 10:19`, for titles. */
export function fullDate({
  date,
  locale,
}: {
  date: Date | number | string
  locale: string
}): string {
  const time = new Date(date)
  if (Number.isNaN(time.getTime())) return ''
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(time)
}
