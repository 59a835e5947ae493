/** Figures and times that every execution starts with. */
const startValues = (now: string) => ({
  status: 'pending',
  progressPercent: 0,
  itemsDone: 0,
  itemsTotal: 0,
  tokensIn: 0,
  tokensOut: 0,
  cost: 0,
  createdAt: now,
  updatedAt: now,
})

/** The row of the executions collection by column name; fields this site does not have are left out. */
export function executionProjection({
  columns,
  values,
  now = new Date(),
}: {
  columns: ReadonlyMap<string, string>
  values: Record<string, unknown>
  now?: Date
}): Record<string, unknown> {
  const all = { ...startValues(now.toISOString()), ...values }
  return Object.fromEntries(
    Object.entries(all).flatMap(([field, value]) => {
      const column = columns.get(field)
      return column ? [[column, value]] : []
    }),
  )
}
