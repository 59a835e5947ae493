/** Nearest-rank percentile of some measurements. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** `p50`, `p95` and `max`, rounded to a tenth; `n` = how often it was measured. */
export function spread(values: number[]): { n: number; p50: number; p95: number; max: number } {
  const tenth = (value: number) => Math.round(value * 10) / 10
  return {
    n: values.length,
    p50: tenth(percentile(values, 0.5)),
    p95: tenth(percentile(values, 0.95)),
    max: tenth(Math.max(...values)),
  }
}
