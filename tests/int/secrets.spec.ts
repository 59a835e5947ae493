import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'

import { createClientConfig, type ImportMap } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inRepository } from '../../scripts/repository.js'
import { startWorker } from '../../src/jobs/worker.js'
import { openAIProvider } from '../../src/plugins/workflows/providers/openai.js'
import { startFakeOpenAI, type FakeOpenAI } from '../support/fakeOpenAI.js'
import {
  copy,
  EXECUTIONS,
  flow,
  image,
  startWorkflowSite,
  TEMPLATES,
  type WorkflowSite,
} from '../support/workflow.js'

/** Of no shape that a pattern could know, so that only the value itself can be recognised. */
const KEY = 'planted.Quokka-4711.key-of-a-provider'
/** Of the usual shape. */
const OPENAI_KEY = 'sk-proj-PLANTEDplanted0123456789PLANTED'
const MACHINE_SECRET = 'planted-secret-for-machines'
const PLANTED = [KEY, OPENAI_KEY, MACHINE_SECRET]

let site: WorkflowSite
let chatty: FakeOpenAI
const logged: string[] = []
const answered: string[] = []

beforeAll(async () => {
  chatty = await startFakeOpenAI()
  site = await startWorkflowSite({
    name: 'secrets',
    workflows: {
      limits: { maxAttempts: 2 },
      worker: { secret: MACHINE_SECRET, load: () => Promise.resolve({ startWorker }) },
      providers: [
        openAIProvider({ id: 'odd', apiKey: KEY, baseURL: chatty.url, allowInsecure: true }),
        openAIProvider({
          id: 'usual',
          apiKey: () => OPENAI_KEY,
          baseURL: chatty.url,
          allowInsecure: true,
        }),
      ],
    },
  })
  listenToLogs()
  await runAll()
})
afterAll(async () => {
  await site.stop()
  await chatty.close()
})

/** Everything at every level, errors with their causes and hidden properties. */
const listenToLogs = (): void => {
  const { logger } = site.payload
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) {
    logger[level] = ((...args: unknown[]) =>
      void logged.push(inspect(args, { depth: 12, showHidden: true }))) as never
  }
}

/** A provider that says back what it was sent: the key in a refusal, in a crash and in an answer. */
const runAll = async (): Promise<void> => {
  const refusals = [
    { status: 401, text: (auth: string) => `Incorrect API key provided: ${auth}` },
    { status: 400, text: (auth: string) => `Bad header "Authorization: ${auth}"` },
    { status: 500, text: (auth: string) => `Traceback: headers={'authorization': '${auth}'}` },
  ]
  for (const provider of ['odd', 'usual']) {
    for (const { status, text } of refusals) {
      chatty.respond(() => ({ request, response }) => {
        const auth = String(request.headers.authorization ?? '')
        response.writeHead(status, { 'Content-Type': 'application/json' })
        response.end(JSON.stringify({ error: { message: text(auth), type: 'x', code: auth } }))
        return Promise.resolve()
      })
      for (const node of [copy('posts', { provider }), image('picture', { provider })]) {
        const { id } = await site.run(flow([node]))
        const failed = await site.until(
          id,
          ({ status: now }) => now === 'failed' || now === 'paused',
        )
        answered.push(JSON.stringify(failed))
        answered.push(await (await site.fetch('demo', `${EXECUTIONS}/${id}`)).text())
      }
    }
  }
}

const leaks = (text: string): string[] => PLANTED.filter((secret) => text.includes(secret))

describe('planted keys', () => {
  it('should have been sent to the provider, or this test would prove nothing', () => {
    const sent = chatty.requests.map(({ headers }) => String(headers.authorization))
    expect(new Set(sent)).toEqual(new Set([`Bearer ${KEY}`, `Bearer ${OPENAI_KEY}`]))
  })

  it('should be nowhere in the database: every row of every table, versions and graphile’s included', async () => {
    const { rows: tables } = await site.sql.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(30)
    let rows = 0
    for (const { name } of tables) {
      const { rows: found } = await site.sql.query<{ row: string }>(
        `select t::text as row from ${name} t`,
      )
      rows += found.length
      for (const { row } of found) expect([name, leaks(row)]).toEqual([name, []])
    }
    expect(rows).toBeGreaterThan(50)
  })

  it('should be in no line of the log', () => {
    expect(logged.length).toBeGreaterThan(5)
    for (const line of logged) expect(leaks(line)).toEqual([])
  })

  it('should be in no answer to anybody', async () => {
    for (const route of [
      TEMPLATES,
      EXECUTIONS,
      '/workflows/node-types',
      '/workflows/models',
      '/workflows/collections',
      '/workflows/health',
      '/workflow-executions?depth=5&limit=0',
      '/agent-jobs?depth=5&limit=0',
      '/access',
    ]) {
      answered.push(await (await site.fetch('admin', route)).text())
    }
    for (const text of answered) expect(leaks(text)).toEqual([])
  })

  it('should not be in what every admin page carries: the config for browsers', () => {
    const clientConfig = createClientConfig({
      config: site.payload.config,
      i18n: { language: 'en', t: (key: string) => key } as never,
      importMap: {} as ImportMap,
      user: { id: 'x', collection: 'users' } as never,
    })
    const text = inspect(clientConfig, { depth: 20, maxArrayLength: null, maxStringLength: null })
    expect(text).toContain('workflow-executions')
    expect(leaks(text)).toEqual([])
    expect(text).not.toMatch(/memberships|apiKey/)
  })

  const chunks = ['site', 'test']
    .map((name) => inRepository('dev', '.next', name, 'static'))
    .find((folder) => existsSync(folder))

  it.skipIf(!chunks)(
    'should be no key and nothing of the server in the bundles for browsers',
    () => {
      const files = readdirSync(chunks ?? '', { recursive: true, encoding: 'utf8' })
      for (const file of files.filter((name) => name.endsWith('.js'))) {
        const code = readFileSync(path.join(chunks ?? '', file), 'utf8')
        expect([file, /\bsk-[A-Za-z0-9_-]{20,}/.exec(code)]).toEqual([file, null])
        for (const word of ['payload_workflows.', 'graphile_worker', 'OPENAI_API_KEY']) {
          expect([file, word, code.includes(word)]).toEqual([file, word, false])
        }
      }
    },
  )
})
