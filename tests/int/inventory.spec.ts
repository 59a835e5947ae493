import { createRequire } from 'node:module'

import { configToSchema } from '@payloadcms/graphql'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readFileSync } from 'node:fs'

import { filesBelow } from '../../scripts/imports/files.js'
import { inRepository } from '../../scripts/repository.js'
import { PLUGIN_SLUG } from '../../src/plugins/workflows/slugs.js'
import {
  copy,
  flow,
  image,
  review,
  startWorkflowSite,
  type Person,
  type WorkflowSite,
} from '../support/workflow.js'
import { COMPONENTS, FIELDS, PEOPLE, ROUTES, type Things } from './inventory.fixture.js'

// Payload requires graphql; vitest would import the package's other build, which is «another realm».
const { graphql } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

let site: WorkflowSite
let things: Things

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'inventory' })
  things = await waitingRun()
})
afterAll(() => site.stop())

/** A run of the editor's that waits for a review, with what it made. */
const waitingRun = async (): Promise<Things> => {
  const graph = flow(
    [copy('posts'), image('picture'), review('look')],
    'posts>look',
    'picture>look',
  )
  const { id, template } = await site.run(graph)
  const { outputs } = await site.until(id, 'paused')
  return {
    workspace: site.studios.acme.workspace,
    template: String(template.id),
    execution: id,
    document: String(outputs.documents[0]?.id),
    image: String(outputs.media[0]?.id),
  }
}

/** All that is registered, as Payload will dispatch it: from the config, not from a list of ours. */
const routesOfSite = (): string[] => {
  const { endpoints, collections } = site.payload.config
  const all = [...endpoints, ...collections.flatMap((collection) => collection.endpoints || [])]
  return all.flatMap(({ custom, method }) => {
    const entry = custom?.[PLUGIN_SLUG] as { path: string } | undefined
    return entry ? [`${method} ${entry.path}`] : []
  })
}

/** Rights of `stop` cannot be asked without stopping: each who may gets a run of their own. */
const changesThings = (name: string, row: number[]) =>
  /stop/i.test(name) && row.includes(200) ? waitingRun() : Promise.resolve(things)

/** Every path of ours, wherever it stands in the config; functions and cycles are passed by. */
const componentsOf = (config: unknown): string[] => {
  const found = new Set<string>()
  const seen = new Set<object>()
  const waiting: unknown[] = [config]
  for (let value = waiting.pop(); waiting.length > 0 || value; value = waiting.pop()) {
    if (typeof value === 'string' && value.startsWith('payload-workflows/')) found.add(value)
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    waiting.push(...Object.values(value))
  }
  return [...found]
}

describe('routes', () => {
  it('should all have a row in the inventory, and every row a route', () => {
    expect([...new Set(routesOfSite())].sort()).toEqual(Object.keys(ROUTES).sort())
  })

  it('should all be made by the one wrapper', () => {
    const foreign = site.payload.config.endpoints.filter(
      ({ path, custom }) => path.startsWith('/workflows') && !custom?.[PLUGIN_SLUG],
    )
    expect(foreign).toEqual([])
  })

  it.each(Object.entries(ROUTES))('should answer each person rightly: %s', async (route, row) => {
    const [method = '', pattern = ''] = route.split(' ')
    const answers: number[] = []
    for (const who of PEOPLE) {
      const known = await changesThings(route, row.expect)
      const json = row.json?.(known)
      const response = await site.fetch(who, row.path?.(known) ?? pattern, {
        method: method.toUpperCase(),
        ...(json !== undefined && { json }),
      })
      answers.push(response.status)
      await response.body?.cancel()
    }
    expect(answers).toEqual(row.expect)
  })
})

describe('the roles', () => {
  it('should give an owner what an editor has, no less and no more (docs/decisions/0008)', () => {
    for (const row of [...Object.values(ROUTES), ...Object.values(FIELDS)]) {
      const [, , , editor, owner] = row.expect
      expect(owner).toBe(editor)
    }
  })
})

describe('what runs on the server without a route', () => {
  it('should be no server function: the plugin has none, everything goes through the routes', () => {
    const files = filesBelow(['src']).filter((file) => /\.tsx?$/.test(file))
    const withDirective = files.filter((file) =>
      /^\s*['"]use server['"]/m.test(readFileSync(inRepository(file), 'utf8')),
    )
    expect(withDirective).toEqual([])
    expect(site.payload.config.admin).not.toHaveProperty('serverFunctions')
  })

  it('should be these views and components, each with what guards it', () => {
    expect(componentsOf(site.payload.config).sort()).toEqual(Object.keys(COMPONENTS).sort())
  })

  it('should be these commands', () => {
    const commands = site.payload.config.bin.map(({ key }) => key)
    expect(commands).toEqual([
      'workflows:doctor',
      'workflows:migrate',
      'workflows:seed',
      'workflows:work',
    ])
  })
})

describe('GraphQL', () => {
  const ask = async (who: Person, source: string): Promise<number> => {
    const { schema } = configToSchema(site.payload.config)
    const { docs } = await site.payload.find({
      collection: 'users',
      where: { email: { equals: `${who}@example.com` } },
    })
    const user = docs[0] && ({ ...docs[0], collection: 'users' } as PayloadRequest['user'])
    const req = await createLocalReq({ user: user ?? undefined }, site.payload)
    const { errors } = await graphql({ schema, source, contextValue: { req } })
    if (!errors) return 200
    const original = errors[0]?.originalError
    return original && 'status' in original ? Number(original.status) : 500
  }

  it('should have a row for every field of the plugin’s, and no other', () => {
    const { queries, mutations } = site.payload.config.graphQL
    const graphQL = createRequire(import.meta.url)('graphql') as typeof import('graphql')
    const context = { config: site.payload.config } as never
    const names = [queries, mutations].flatMap((make) =>
      Object.keys(make?.(graphQL, context) ?? {}),
    )
    expect(names.sort()).toEqual(Object.keys(FIELDS).sort())
  })

  it.each(Object.entries(FIELDS))('should answer each person rightly: %s', async (name, row) => {
    const answers: number[] = []
    for (const who of PEOPLE) {
      const known = await changesThings(name, row.expect)
      const source = row.source
        .replaceAll('$EXECUTION', known.execution)
        .replaceAll('$TEMPLATE', known.template)
        .replaceAll('$WORKSPACE', known.workspace)
        .replaceAll('$DOCUMENT', known.document)
      answers.push(await ask(who, source))
    }
    expect(answers).toEqual(row.expect)
  })
})
