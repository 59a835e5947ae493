import type { Figure, Verdict } from './measure/ratio.js'
import type { SqlCost } from './measure/sqlCost.js'
import type { Bound } from './runAlone.js'
import type { Result } from './runComparison.js'

const number = (value: number): string =>
  !Number.isFinite(value)
    ? '–'
    : Math.abs(value) >= 100
      ? String(Math.round(value))
      : String(Math.round(value * 100) / 100)

const range = ({ median, min, max }: Figure): string =>
  `${number(median)} (${number(min)}–${number(max)})`

const WORDS: Record<Verdict, string> = { aim: 'aim met', must: 'must met', missed: 'MISSED' }
const say = (verdict: Verdict | null): string => (verdict ? WORDS[verdict] : '')

/** Markdown, with columns that line up on a screen too. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

export const resultTable = (results: Result[]): string =>
  table(
    ['workload', 'figure', 'ours', 'beside', 'theirs', 'ratio', 'must', 'aim', ''],
    results.map((row) => {
      const sign = row.goal?.atLeast ? '≥ ' : '≤ '
      return [
        row.comparison,
        `${row.metric}, ${row.unit}`,
        range(row.figure),
        row.other,
        row.otherFigure ? range(row.otherFigure) : '',
        `${number(row.ratio)}x`,
        row.goal ? `${sign}${number(row.goal.must)}x` : '',
        row.goal ? `${sign}${number(row.goal.aim)}x` : '',
        say(row.verdict),
      ]
    }),
  )

export const boundTable = (bounds: Bound[]): string =>
  table(
    ['figure', 'value', 'must', 'aim', ''],
    bounds.map(({ name, value, goal, verdict }) => [
      name,
      value === null ? 'not measured' : number(value),
      `≤ ${number(goal.must)}`,
      `≤ ${number(goal.aim)}`,
      say(verdict),
    ]),
  )

export const costTable = (costs: Record<string, { idle: SqlCost; load: SqlCost }>): string =>
  table(
    ['a job', 'load', 'statements', 'fsyncs', 'WAL bytes', 'of statements', 'server ms'],
    Object.entries(costs).flatMap(([peer, { idle, load }]) =>
      Object.entries({ low: idle, full: load }).map(([name, cost]) => [
        peer,
        name,
        number(cost.statements),
        cost.fsyncs === null ? '–' : number(cost.fsyncs),
        number(cost.walBytes),
        number(cost.walBytesOfStatements),
        number(cost.serverMs),
      ]),
    ),
  )
