const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** `412 KB`, `1.2 MB`: as file managers say it, 1 KB being 1024 bytes. */
export function formatBytes({ bytes, locale }: { bytes: number; locale: string }): string {
  const size = Math.max(0, bytes)
  const steps = size < 1 ? 0 : Math.floor(Math.log(size) / Math.log(1024))
  // 1023.7 KB would be shown as 1024 KB; it is 1 MB.
  const rounded = Math.round(size / 1024 ** steps) === 1024 ? steps + 1 : steps
  const power = Math.min(rounded, UNITS.length - 1)
  const digits = power >= 2 ? 1 : 0
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
  return `${number.format(size / 1024 ** power)} ${UNITS[power]}`
}
