export interface Metric {
  /** Without the prefix. */
  name: string
  type: 'counter' | 'gauge'
  help: string
  samples: { labels?: Record<string, string>; value: number }[]
}

const PREFIX = 'payload_workflows_'

/** The text format that Prometheus scrapes: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function formatMetrics(metrics: readonly Metric[]): string {
  const lines = metrics.flatMap(({ name, type, help, samples }) => [
    `# HELP ${PREFIX}${name} ${help}`,
    `# TYPE ${PREFIX}${name} ${type}`,
    ...samples.map(({ labels, value }) => `${PREFIX}${name}${labelText(labels)} ${String(value)}`),
  ])
  return `${lines.join('\n')}\n`
}

function labelText(labels: Record<string, string> = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escape = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
