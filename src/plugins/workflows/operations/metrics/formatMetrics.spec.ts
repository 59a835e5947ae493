import { expect, it } from 'vitest'

import { formatMetrics } from './formatMetrics.js'

it('should write what Prometheus reads, whatever a label holds', () => {
  const text = formatMetrics([
    { name: 'workers', type: 'gauge', help: 'Living workers', samples: [{ value: 2 }] },
    {
      name: 'jobs',
      type: 'gauge',
      help: 'Agent jobs',
      samples: [{ labels: { state: 'ready', type: 'a"b\\c\nd' }, value: 0.5 }],
    },
    { name: 'none', type: 'counter', help: 'Nothing yet', samples: [] },
  ])
  expect(text).toBe(
    [
      '# HELP payload_workflows_workers Living workers',
      '# TYPE payload_workflows_workers gauge',
      'payload_workflows_workers 2',
      '# HELP payload_workflows_jobs Agent jobs',
      '# TYPE payload_workflows_jobs gauge',
      'payload_workflows_jobs{state="ready",type="a\\"b\\\\c\\nd"} 0.5',
      '# HELP payload_workflows_none Nothing yet',
      '# TYPE payload_workflows_none counter',
      '',
    ].join('\n'),
  )
})
