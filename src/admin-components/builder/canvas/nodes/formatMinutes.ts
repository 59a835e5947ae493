const DAY = 1_440
const HOUR = 60

/** `24h`, `30m`, `3d`: the largest unit that leaves at most one decimal. */
export function formatMinutes({ minutes, locale }: { minutes: number; locale: string }): string {
  const [unit, size] =
    minutes >= 3 * DAY
      ? (['day', DAY] as const)
      : minutes >= HOUR
        ? (['hour', HOUR] as const)
        : (['minute', 1] as const)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
    maximumFractionDigits: 1,
  }).format(minutes / size)
}
