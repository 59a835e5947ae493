import { createLocalReq, getPayload, type PayloadRequest } from 'payload'

import { buildDemoConfig } from '../../../dev/buildDemoConfig.js'
import { siteFromEnv } from '../../../dev/site.js'
import { script as work } from '../../../src/jobs/bin/work.js'
import { controlExecution } from '../../../src/plugins/workflows/operations/executions/controlExecution.js'
import {
  launchExecution,
  type LaunchInput,
} from '../../../src/plugins/workflows/operations/executions/launchExecution.js'
import { siteOptions } from './siteOptions.js'

/** What a process of a test may be asked to do, as JSON in `WORKFLOWS_TASK`. */
export type WorkerTask =
  | { kind: 'work' }
  | { kind: 'launch'; user: string; input: LaunchInput }
  | { kind: 'control'; user: string; id: string; action: 'pause' | 'resume' | 'stop' }

/** Does the task that the environment names, on the demo site; a worker through the command people use. */
export async function runTask(env = process.env): Promise<void> {
  const task = JSON.parse(env.WORKFLOWS_TASK ?? '{"kind":"work"}') as WorkerTask
  const config = await buildDemoConfig({
    ...siteFromEnv(env),
    workflows: siteOptions({
      openAI: env.OPENAI_BASE_URL,
      leaseSeconds: Number(env.WORKFLOWS_LEASE_SECONDS) || undefined,
    }),
  })
  if (task.kind === 'work') return work(config)
  const payload = await getPayload({ config })
  const user = await payload.findByID({ collection: 'users', id: task.user })
  const acting = { ...user, collection: 'users' } as unknown as PayloadRequest['user']
  const req = await createLocalReq({ user: acting ?? undefined }, payload)
  const { id } =
    task.kind === 'launch'
      ? await launchExecution({ req, input: task.input })
      : await controlExecution({ req, id: task.id, action: task.action })
  console.log(`DONE ${id}`)
  process.exit(0)
}
