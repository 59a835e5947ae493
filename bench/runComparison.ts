import type { Comparison, Metric, Participant } from './comparisons.js'
import type { Lab } from './lab.js'
import type { Run } from './peers/types.js'

import { warmUpOf } from './comparisons.js'
import { figureOf, judge, type Figure, type Goal, type Verdict } from './measure/ratio.js'

/** Our figure beside one other's. */
export interface Result {
  comparison: string
  title: string
  metric: string
  unit: string
  ours: string
  figure: Figure
  other: string
  otherFigure: Figure | null
  ratio: number
  goal: Goal | null
  verdict: Verdict | null
}

type Present = Participant & { run: () => Promise<Run> }

/** Every participant once a round, one after the other, each alone on the machine; ratios of the medians. */
export async function runComparison({
  lab,
  comparison,
  rounds,
}: {
  lab: Lab
  comparison: Comparison
  rounds: number
}): Promise<{ results: Result[]; details: Record<string, unknown>[] }> {
  const present: Present[] = []
  for (const participant of comparison.participants) {
    const peer = await lab.peer(participant.peer)
    if (!peer) continue
    await lab.alone(peer, () => peer.run(warmUpOf(participant.workload)))
    const run = () => lab.alone(peer, () => peer.run(participant.workload))
    present.push({ ...participant, run })
  }
  const runs = new Map(present.map((one) => [one, [] as Run[]]))
  for (let round = 0; round < rounds; round += 1) {
    for (const one of present) runs.get(one)?.push(await one.run())
  }
  const [ours, ...others] = present
  if (!ours) throw new Error(`Nobody could run ${comparison.name}.`)
  const figure = (one: Present, metric: Metric) => figureOf((runs.get(one) ?? []).map(metric.of))
  const results = comparison.metrics.flatMap((metric): Result[] => {
    const row = {
      comparison: comparison.name,
      title: comparison.title,
      metric: metric.name,
      unit: metric.unit,
      ours: ours.label,
      figure: figure(ours, metric),
    }
    const beside = others.map((other) => {
      const otherFigure = figure(other, metric)
      return judged({
        ...row,
        other: other.label,
        otherFigure,
        ratio: row.figure.median / otherFigure.median,
        goal: other.goals?.[metric.name] ?? null,
      })
    })
    const { ideal } = comparison
    if (!ideal) return beside
    const ratio = row.figure.median / ideal.ms
    const other = `ideal ${ideal.ms} ms`
    return [judged({ ...row, other, otherFigure: null, ratio, goal: ideal.goal }), ...beside]
  })
  const details = present.flatMap((one) =>
    (runs.get(one) ?? []).flatMap(({ details: more }) =>
      more ? { peer: one.label, ...more } : [],
    ),
  )
  return { results, details }
}

const judged = (row: Omit<Result, 'verdict'>): Result => ({
  ...row,
  verdict: row.goal && judge(row.ratio, row.goal),
})
