/** Where Alt with an arrow (or Home, End) takes the card at `index`; null for other keys and at the ends. */
export function keyTarget({
  key,
  index,
  total,
  columns,
  rtl,
}: {
  key: string
  index: number
  total: number
  columns: number
  rtl: boolean
}): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: rtl ? 1 : -1,
    ArrowRight: rtl ? -1 : 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -index,
    End: total - 1 - index,
  }
  const step = steps[key]
  if (step === undefined) return null
  const target = index + step
  return target >= 0 && target < total && target !== index ? target : null
}
