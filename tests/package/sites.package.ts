import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { createDatabase } from './support/database.js'
import { copySite } from './support/host.js'
import { openSite, type Site } from './support/site.js'
import { addTenant, joinTenant, prepareDatabase, SITES } from './support/sites.js'
import { launchSmallWorkflow, talkAs, talkAsFirstUser, type Talk } from './support/talk.js'

describe.each(SITES)(
  'a site of its own: $fixture',
  ({ fixture, users, media, documents, title }) => {
    let site: Site
    let database: Awaited<ReturnType<typeof createDatabase>>
    let talk: Talk
    const running: { stop: () => Promise<void> }[] = []

    beforeAll(async () => {
      database = await createDatabase(`site_${fixture}`)
      await database.query('create table public.legacy_orders (id int primary key, note text)')
      await database.query(`insert into public.legacy_orders values (1, 'keep me')`)
      await prepareDatabase(database, fixture)
      site = openSite({
        folder: copySite(inject('host'), fixture),
        env: { DATABASE_URI: database.uri },
      })
    })
    afterAll(() => stopAll())

    const migrations = () => readdirSync(path.join(site.folder, 'migrations'))
    /** As docs/install.md says: Payload drops constraints that its own CASCADE has taken a line before. */
    const mendMigration = (name: string) => {
      const file = migrations().find((known) => known.endsWith(`_${name}.ts`))
      const at = path.join(site.folder, 'migrations', file ?? '')
      const text = readFileSync(at, 'utf8')
      writeFileSync(at, text.replaceAll('DROP CONSTRAINT "', 'DROP CONSTRAINT IF EXISTS "'))
    }
    const stopAll = async () => {
      await Promise.all(running.splice(0).map(({ stop }) => stop()))
    }
    const serve = async () => {
      const server = await site.serve()
      running.push(server)
      return server.url
    }

    it('should migrate with Payload’s commands and the plugin’s', async () => {
      await site.payload('migrate:create', 'workflows')
      await site.payload('migrate')
      expect(await site.payload('workflows:migrate')).toContain('up to date')
      // What the collections ask for is what the tables are now.
      await site.payload('migrate:create', 'again', '--skip-empty')
      expect(migrations().filter((name) => name.includes('again'))).toEqual([])
      await site.payload('generate:importmap')
    })

    it('should launch a workflow over REST and get documents with images', async () => {
      const url = await serve()
      running.push(await site.work())
      talk = await talkAsFirstUser(url, users)
      let workspace: number | undefined
      if (fixture === 'tenants') {
        const joined = await joinTenant(database, { url, name: 'North' })
        talk = joined.talk
        workspace = joined.tenant
      }
      const execution = await launchSmallWorkflow(talk, { workspace })
      expect(execution.outputs.documents.map(({ collection }) => collection)).toEqual([
        documents,
        documents,
      ])
      const [first] = execution.outputs.documents
      const { status, body } = await talk.get(`/${documents}/${first!.id}?draft=true&depth=0`)
      expect(status).toBe(200)
      expect(body[title]).toBeTruthy()
      if (fixture === 'drafts') expect(body._status).toBe('draft')
      if (fixture === 'tenants') expect(body.tenant).toBe(workspace)
      const { attachments } = await talk.client.attachments.list({
        collection: documents,
        id: first!.id,
      })
      expect(attachments).toMatchObject([{ isPrimary: true, filename: expect.any(String) }])
      expect((await talk.get(`/${media}?depth=0`)).body.totalDocs).toBe(2)
    })

    if (fixture === 'tenants') {
      it('should write into each documents collection, and keep tenants apart', async () => {
        const { outputs } = await launchSmallWorkflow(talk, { collection: 'articles' })
        expect(outputs.documents.map(({ collection }) => collection)).toEqual([
          'articles',
          'articles',
        ])
        const south = await addTenant(database, 'South')
        const stolen = await talk.post('/workflows/templates', {
          name: 'Elsewhere',
          category: 'Custom',
          workspace: south,
          graph: { nodes: [], edges: [] },
        })
        expect([403, 404, 422]).toContain(stolen.status)
      })

      it('should leave the site’s own GraphQL beside the plugin’s', async () => {
        const { body } = await talk.post('/graphql', {
          query: '{ siteMotto workflowTemplates(limit: 1) { docs { id name } } }',
        })
        expect(body).toMatchObject({
          data: {
            siteMotto: 'We were here first',
            workflowTemplates: { docs: [{ name: expect.any(String) }] },
          },
        })
      })
    }

    it('should be found well by the doctor, whatever its tables and ids are called', async () => {
      const said = await site.payload('workflows:doctor')
      expect(said).toContain('ok      What workflows made is still there')
      expect(said).not.toContain('BROKEN')
    })

    it('should go on without the plugin, with and without its tables', async () => {
      await stopAll()
      const without = openSite({
        folder: site.folder,
        env: { DATABASE_URI: database.uri, WITHOUT_WORKFLOWS: 'yes' },
      })
      await without.payload('generate:importmap')
      const read = async () => {
        const server = await without.serve()
        const { get } = await talkAs(server.url, users, 'first@example.com')
        const { body } = await get(`/${documents}?draft=true&depth=1`)
        await server.stop()
        return body.totalDocs
      }
      expect(await read()).toBe(2)
      await without.payload('migrate:create', 'without', '--force-accept-warning')
      mendMigration('without')
      await without.payload('migrate')
      await database.query('drop schema payload_workflows cascade')
      await database.query('drop schema graphile_worker cascade')
      expect(await read()).toBe(2)
      expect(await database.query('select note from public.legacy_orders')).toEqual([
        { note: 'keep me' },
      ])
    })
  },
)
