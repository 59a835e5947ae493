import { postgresAdapter, sql } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BasePayload, buildConfig, type Config, type Payload } from 'payload'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createAgentJobsCollection } from '../../src/collections/agent-jobs/index.js'
import { createAttachmentsCollection } from '../../src/collections/document-attachments/index.js'
import { createExecutionsCollection } from '../../src/collections/workflow-executions/index.js'
import { createTemplatesCollection } from '../../src/collections/workflow-templates/index.js'
import {
  withTransaction,
  type Transaction,
} from '../../src/plugins/workflows/db/withTransaction.js'
import {
  createPluginContext,
  storePluginContext,
} from '../../src/plugins/workflows/pluginContext.js'
import { createCmsWriter } from '../../src/plugins/workflows/runtime/cms/createCmsWriter.js'
import type { EffectLedger } from '../../src/plugins/workflows/runtime/cms/effectLedger.js'
import type {
  CmsEnvironment,
  WritingJob,
} from '../../src/plugins/workflows/runtime/cms/environment.js'
import type { CmsWriter, HostId } from '../../src/plugins/workflows/runtime/cmsTypes.js'
import { readContextSources } from '../../src/plugins/workflows/runtime/context/readContextSources.js'
import {
  sanitizeOptions,
  type SanitizedOptions,
} from '../../src/plugins/workflows/sanitizeOptions.js'
import type { Provider } from '../../src/plugins/workflows/providers/types.js'

type User = CmsEnvironment['user']
type Document = { id: HostId; [field: string]: unknown }

let dropDatabase: () => Promise<void>
let payload: Payload
let options: SanitizedOptions
let folder: string
let editor: User
let other: User
let reader: User
let blind: User
let workspace: HostId
let project: HostId

/** A small site with serial ids: drafts with rich text, plain notes without drafts, and media. */
async function siteConfig(databaseUri: string): Promise<Config> {
  const rightsOf =
    (name: string) =>
    ({ req }: { req: { user?: unknown } }) =>
      (req.user as { rights?: string[] } | null)?.rights?.includes(name) ?? false
  const isNot = (name: string) => (args: { req: { user?: unknown } }) => !rightsOf(name)(args)
  const access = { read: isNot('blind'), create: rightsOf('write'), update: rightsOf('write') }
  const relation = (relationTo: string) =>
    ({ name: relationTo.slice(0, -1), type: 'relationship', relationTo }) as const
  const config: Config = {
    secret: 'test',
    telemetry: false,
    db: postgresAdapter({ pool: { connectionString: databaseUri }, push: true }),
    editor: lexicalEditor(),
    sharp,
    logger: { options: { level: 'silent' } },
    collections: [
      {
        slug: 'users',
        auth: true,
        fields: [{ name: 'rights', type: 'text', hasMany: true, saveToJWT: true }],
      },
      { slug: 'workspaces', fields: [{ name: 'name', type: 'text' }] },
      { slug: 'projects', fields: [{ name: 'name', type: 'text' }] },
      {
        slug: 'posts',
        access,
        versions: { drafts: true },
        fields: [
          { name: 'title', type: 'text', required: true },
          { name: 'body', type: 'richText' },
          { name: 'slug', type: 'text', unique: true },
          { name: 'state', type: 'select', options: ['draft', 'review', 'published'] },
          { name: 'summary', type: 'richText' },
          { name: 'seo', type: 'group', fields: [{ name: 'title', type: 'text' }] },
          relation('workspaces'),
          relation('projects'),
        ],
      },
      {
        slug: 'notes',
        access,
        hooks: {
          afterChange: [
            async ({ doc, req }) => {
              // A hook as hosts write them: it hides a failure that has ended the transaction.
              if (doc.title === 'swallow') {
                await req.payload
                  .findByID({ collection: 'notes', id: 999_999, req })
                  .catch(() => null)
              }
            },
          ],
        },
        fields: [
          { name: 'title', type: 'text', required: true, maxLength: 40 },
          { name: 'body', type: 'textarea', required: true, maxLength: 200 },
        ],
      },
      {
        slug: 'media',
        access,
        upload: {
          staticDir: path.join(folder, 'media'),
          imageSizes: [{ name: 'small', width: 8 }],
        },
        fields: [{ name: 'alt', type: 'text', required: true }, relation('workspaces')],
      },
    ],
  }
  options = sanitizeOptions({
    config,
    // Nothing here asks a model.
    defaultProviders: () => [{ id: 'none' } as Provider],
    options: {
      documents: [{ collection: 'posts', statusField: 'state' }, { collection: 'notes' }],
      media: { collection: 'media' },
      workspaces: {
        collection: 'workspaces',
        memberships: async () => [{ workspace, role: 'editor' }],
      },
      projects: { collection: 'projects' },
    },
  })
  const context = createPluginContext({ options, builtInSpecs: [] })
  return storePluginContext(
    {
      ...config,
      collections: [
        ...(config.collections ?? []),
        createAttachmentsCollection(context),
        createTemplatesCollection(context),
        createExecutionsCollection(context),
        createAgentJobsCollection(context),
      ],
    },
    context,
  )
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cms-writer-'))
  const databaseUri = await createDatabase()
  payload = await new BasePayload().init({
    config: buildConfig(await siteConfig(databaseUri)),
  })
  // The database is dropped under the pool, which cannot be closed: Payload holds a connection for ever.
  payload.db.pool.on('error', () => {})
  await payload.db.drizzle.execute(sql`create schema ledger`)
  await payload.db.drizzle.execute(
    sql`create table ledger.effect (job text, slot text, collection text, doc_id text, hash text, primary key (job, slot))`,
  )
  const user = async (email: string, rights: string[]) =>
    ({
      ...(await payload.create({
        collection: 'users',
        data: { email, password: 'secret', rights },
      })),
      collection: 'users',
    }) as unknown as User
  editor = await user('editor@example.com', ['write'])
  other = await user('other@example.com', ['write'])
  reader = await user('reader@example.com', [])
  blind = await user('blind@example.com', ['write', 'blind'])
  workspace = (await payload.create({ collection: 'workspaces', data: { name: 'W' } })).id
  project = (await payload.create({ collection: 'projects', data: { name: 'P' } })).id
}, 120_000)

afterAll(async () => {
  await payload?.destroy()
  await dropDatabase?.()
  await rm(folder, { recursive: true, force: true })
})

/** Empty, unlike those of support/postgres.ts: this site has other tables than the demo. */
async function createDatabase(): Promise<string> {
  const name = `cms_writer_${randomUUID().slice(0, 8)}`
  const asAdmin = async (query: string) => {
    const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_SERVER })
    await admin.connect()
    await admin.query(query).finally(() => admin.end())
  }
  await asAdmin(`create database ${name}`)
  dropDatabase = () => asAdmin(`drop database if exists ${name} with (force)`)
  const uri = new URL(process.env.TEST_DATABASE_SERVER ?? '')
  uri.pathname = `/${name}`
  return uri.href
}

/** The engine's ledger in small: same rules, a table of its own. */
function ledgerOf(tx: Transaction, job: string): EffectLedger {
  return {
    claim: async (slot) => {
      const { rows } = await tx.execute(
        sql`insert into ledger.effect (job, slot) values (${job}, ${slot}) on conflict (job, slot) do update set slot = excluded.slot returning *`,
      )
      const { collection, doc_id, hash } = rows[0] as Record<string, string | null>
      return collection === null || doc_id === null
        ? { kind: 'new' }
        : {
            kind: 'existing',
            collection: collection ?? '',
            documentId: doc_id ?? '',
            contentHash: hash ?? null,
          }
    },
    record: async (slot, { collection, documentId, contentHash }) => {
      await tx.execute(
        sql`update ledger.effect set collection = ${collection}, doc_id = ${documentId}, hash = ${contentHash} where job = ${job} and slot = ${slot}`,
      )
    },
  }
}

const newJob = (given: Partial<WritingJob> = {}): WritingJob => ({
  executionId: randomUUID(),
  nodeId: 'copy',
  index: 0,
  jobId: randomUUID(),
  workspace,
  project,
  test: false,
  ...given,
})

/** One completion: what `run` writes is committed together with the ledger, or not at all. */
const complete = <T>(
  job: WritingJob,
  run: (cms: CmsWriter, tx: Transaction) => Promise<T>,
  user: User = editor,
): Promise<T> =>
  withTransaction({ payload, user }, (tx) =>
    run(createCmsWriter({ payload, tx, user, options, effects: ledgerOf(tx, job.jobId), job }), tx),
  )

const copy = {
  slot: 'document',
  collection: 'posts',
  title: 'Sandals',
  markdown: '# For **summer**\n\n- one\n\n[shop](https://example.com) [bad](javascript:alert(1))',
  status: 'draft' as const,
}

const read = (collection: string, id: HostId, draft = true) =>
  payload.findByID({ collection, id, draft, depth: 0 }) as Promise<unknown> as Promise<Document>

const countOf = async (collection: string) => (await payload.count({ collection })).totalDocs

const image = (color = 'red') =>
  sharp({ create: { width: 32, height: 16, channels: 3, background: color } })
    .png()
    .toBuffer()

const picture = async (color?: string) => ({
  slot: 'media',
  bytes: await image(color),
  mimeType: 'image/png' as const,
  alt: 'A red field',
  nameHint: 'field',
})

describe('createDocument', () => {
  it('should make a native draft in the launch’s workspace and project', async () => {
    // Ids that travelled as text.
    const job = newJob({ workspace: String(workspace), project: String(project) })
    const created = await complete(job, (cms) => cms.createDocument(copy))
    expect(created).toEqual({ collection: 'posts', id: expect.any(Number), title: 'Sandals' })
    const post = await read('posts', created.id)
    expect(post).toMatchObject({
      title: 'Sandals',
      _status: 'draft',
      state: 'draft',
      workspace,
      project,
    })
    const json = JSON.stringify(post.body)
    expect(json).toContain('"type":"heading"')
    expect(json).toContain('https://example.com')
    expect(json).not.toContain('"url":"javascript:')
  })

  it.each([
    ['review', 'draft', 'review'],
    ['published', 'published', 'published'],
  ] as const)('should save %s as _status %s', async (status, _status, state) => {
    const created = await complete(newJob(), (cms) => cms.createDocument({ ...copy, status }))
    expect(await read('posts', created.id)).toMatchObject({ _status, state })
  })

  it('should never publish in a test, and say that it is one', async () => {
    const created = await complete(newJob({ test: true }), (cms) =>
      cms.createDocument({ ...copy, status: 'published' }),
    )
    expect(await read('posts', created.id)).toMatchObject({
      title: '[Test] Sandals',
      _status: 'draft',
      state: 'draft',
    })
    const live = complete(newJob({ test: true }), (cms) =>
      cms.createDocument({ ...copy, collection: 'notes' }),
    )
    await expect(live).rejects.toMatchObject({ code: 'test_needs_drafts' })
  })

  it('should write plain text where the body is no rich text, and titles that fit', async () => {
    const created = await complete(newJob(), (cms) =>
      cms.createDocument({ ...copy, collection: 'notes', title: 'word '.repeat(20).trim() }),
    )
    const note = await read('notes', created.id, false)
    expect(note.body).toBe('For summer\n\n- one\n\nshop (https://example.com) bad')
    expect(String(note.title).length).toBeLessThanOrEqual(40)
    expect(note).not.toHaveProperty('_status')
  })

  it('should fill mapped fields in the form each one takes, and refuse the others', async () => {
    const data = { summary: copy.markdown, 'seo.title': 'Seo', slug: 'sandals' }
    const created = await complete(newJob(), (cms) => cms.createDocument({ ...copy, data }))
    const post = await read('posts', created.id)
    expect(post).toMatchObject({ slug: 'sandals', seo: { title: 'Seo' } })
    expect(JSON.stringify(post.summary)).toContain('"type":"heading"')
    for (const name of ['_status', 'id', 'workspace', 'gone', '__proto__.x', 'constructor']) {
      const refused = complete(newJob(), (cms) =>
        cms.createDocument({ ...copy, data: JSON.parse(`{"${name}":"x"}`) }),
      )
      await expect(refused).rejects.toMatchObject({ code: 'unknown_field' })
    }
  })

  it('should refuse a collection that the options do not name', async () => {
    const refused = complete(newJob(), (cms) =>
      cms.createDocument({ ...copy, collection: 'users' }),
    )
    await expect(refused).rejects.toMatchObject({ code: 'unknown_collection' })
  })

  it('should act with the rights of the launching user', async () => {
    const before = await countOf('posts')
    const refused = complete(newJob(), (cms) => cms.createDocument(copy), reader)
    await expect(refused).rejects.toMatchObject({
      code: 'forbidden',
      message: 'reader@example.com is not allowed to create documents in «posts».',
    })
    expect(await countOf('posts')).toBe(before)
  })

  it('should say which field is wrong', async () => {
    const refused = complete(newJob(), (cms) =>
      cms.createDocument({ ...copy, collection: 'notes', markdown: '' }),
    )
    await expect(refused).rejects.toMatchObject({
      code: 'document_invalid',
      message: 'The document could not be saved: Body is required.',
    })
  })
})

describe('the effect ledger', () => {
  it('should return the document of a slot again when the content is the same', async () => {
    const job = newJob()
    const first = await complete(job, (cms) => cms.createDocument(copy))
    const { updatedAt } = await read('posts', first.id)
    const second = await complete(job, (cms) => cms.createDocument(copy))
    expect(second).toEqual(first)
    expect((await read('posts', first.id)).updatedAt).toBe(updatedAt)
  })

  it('should update the document when the content is another', async () => {
    const job = newJob()
    const first = await complete(job, (cms) => cms.createDocument(copy))
    const before = await countOf('posts')
    const second = await complete(job, (cms) => cms.createDocument({ ...copy, title: 'Boots' }))
    expect(second).toEqual({ ...first, title: 'Boots' })
    expect(await read('posts', first.id)).toMatchObject({ title: 'Boots', _status: 'draft' })
    expect(await countOf('posts')).toBe(before)
  })

  it('should not make a second document for a user who may not see the first any more', async () => {
    const job = newJob()
    await complete(job, (cms) => cms.createDocument(copy))
    const before = await countOf('posts')
    const blinded = complete(job, (cms) => cms.createDocument(copy), blind)
    await expect(blinded).rejects.toMatchObject({ code: 'forbidden' })
    expect(await countOf('posts')).toBe(before)
  })

  it('should make a document anew that a person has deleted', async () => {
    const job = newJob()
    const first = await complete(job, (cms) => cms.createDocument(copy))
    await payload.delete({ collection: 'posts', id: first.id })
    const second = await complete(job, (cms) => cms.createDocument(copy))
    expect(second.id).not.toBe(first.id)
    expect(await complete(job, (cms) => cms.createDocument(copy))).toEqual(second)
  })

  it('should make one document when two workers complete the same job', async () => {
    const job = newJob()
    const before = await countOf('posts')
    const made = await Promise.all(
      [1, 2, 3].map(() => complete(job, (cms) => cms.createDocument(copy))),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await countOf('posts')).toBe(before + 1)
  })

  it('should wait for an editor who has the document open', async () => {
    const job = newJob()
    const { id } = await complete(job, (cms) => cms.createDocument(copy))
    await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'posts', value: id },
        user: { relationTo: 'users', value: other.id },
      },
    })
    const blocked = complete(job, (cms) => cms.createDocument({ ...copy, title: 'Boots' }))
    await expect(blocked).rejects.toMatchObject({ code: 'retry_later', afterMs: 30_000 })
    expect(await read('posts', id)).toMatchObject({ title: 'Sandals' })
  })
})

describe('a rollback', () => {
  it('should leave neither document nor ledger row', async () => {
    const job = newJob()
    const before = await countOf('posts')
    const crash = complete(job, async (cms) => {
      await cms.createDocument(copy)
      throw new Error('crash')
    })
    await expect(crash).rejects.toThrow('crash')
    expect(await countOf('posts')).toBe(before)
    await complete(job, (cms) => cms.createDocument(copy))
    expect(await countOf('posts')).toBe(before + 1)
  })

  it('should stop all writes after a hook of the host has ended the transaction in silence', async () => {
    const before = [await countOf('notes'), await countOf('posts')]
    const lost = complete(newJob(), async (cms) => {
      await cms.createDocument({ ...copy, collection: 'notes', title: 'swallow' }).catch(() => null)
      await cms.createDocument({ ...copy, slot: 'second' })
    })
    await expect(lost).rejects.toMatchObject({ code: 'transaction_lost' })
    expect([await countOf('notes'), await countOf('posts')]).toEqual(before)
  })

  it('should write one after the other when a node writes at once', async () => {
    const made = await complete(newJob(), (cms) =>
      Promise.all(
        ['a', 'b', 'c'].map((slot) => cms.createDocument({ ...copy, slot, title: slot })),
      ),
    )
    expect(made.map(({ title }) => title)).toEqual(['a', 'b', 'c'])
  })
})

describe('createMedia', () => {
  it('should store a file through the site’s upload collection under a name that is always the same', async () => {
    const job = newJob({ nodeId: 'hero', index: 3 })
    const media = await complete(job, async (cms) => cms.createMedia(await picture()))
    expect(media).toMatchObject({ collection: 'media', alt: 'A red field', width: 32, height: 16 })
    const row = await read('media', media.id, false)
    const name = new RegExp(`^wf-${job.executionId.slice(0, 8)}-hero-3-[0-9a-f]{8}\\.png$`)
    expect(row).toMatchObject({ filename: expect.stringMatching(name), workspace })
    expect(media.url).toContain(String(row.filename))
    expect(row.sizes).toMatchObject({ small: { width: 8 } })
    const again = await complete(job, async (cms) => cms.createMedia(await picture()))
    expect(again).toEqual(media)
  })

  it('should write over what a crash has left', async () => {
    const job = newJob({ nodeId: 'crash' })
    const files = async () =>
      (await readdir(path.join(folder, 'media'))).filter((name) => name.includes('-crash-')).sort()
    const crash = complete(job, async (cms) => {
      await cms.createMedia(await picture())
      throw new Error('crash')
    })
    await expect(crash).rejects.toThrow('crash')
    const left = await files()
    const media = await complete(job, async (cms) => cms.createMedia(await picture()))
    expect(await files()).toEqual(left)
    expect(left).toContain((await read('media', media.id, false)).filename)
  })

  it('should replace the picture of a slot', async () => {
    const job = newJob()
    const first = await complete(job, async (cms) => cms.createMedia(await picture()))
    const before = await countOf('media')
    const second = await complete(job, async (cms) => cms.createMedia(await picture('blue')))
    expect(second.id).toBe(first.id)
    expect(second.url).not.toBe(first.url)
    expect(await countOf('media')).toBe(before)
  })

  it('should act with the rights of the launching user', async () => {
    const refused = complete(newJob(), async (cms) => cms.createMedia(await picture()), reader)
    await expect(refused).rejects.toMatchObject({
      message: 'reader@example.com is not allowed to create images in «media».',
    })
  })
})

describe('attachImages and the context of a document', () => {
  const prepare = async () => {
    const { id } = await complete(newJob(), (cms) => cms.createDocument(copy))
    const media = await complete(newJob(), async (cms) => cms.createMedia(await picture()))
    return { id, imageId: media.id }
  }
  const attach = (job: WritingJob, documentId: HostId, imageIds: HostId[]) =>
    complete(job, (cms) =>
      cms.attachImages({
        slot: 'attach',
        collection: 'posts',
        documentId,
        imageIds,
        setFirstAsPrimary: true,
      }),
    )

  it('should attach once, and not bring back what a person has detached', async () => {
    const { id, imageId } = await prepare()
    const job = newJob({ nodeId: 'attach' })
    expect(await attach(job, id, [imageId])).toEqual({ attached: 1 })
    const where = { documentId: { equals: String(id) } }
    const rows = await payload.find({ collection: 'document-attachments', where, depth: 0 })
    expect(rows.docs).toMatchObject([{ image: imageId, isPrimary: true, nodeId: 'attach' }])
    await payload.delete({ collection: 'document-attachments', where })
    expect(await attach(job, id, [imageId])).toEqual({ attached: 1 })
    expect((await payload.count({ collection: 'document-attachments', where })).totalDocs).toBe(0)
  })

  it('should name a document that has vanished meanwhile', async () => {
    const { id, imageId } = await prepare()
    await payload.delete({ collection: 'posts', id })
    await expect(attach(newJob(), id, [imageId])).rejects.toMatchObject({
      code: 'document_missing',
      message: expect.stringContaining(`Document ${id} of «posts»`),
    })
  })

  it('should bring text and attached images of a context document to the model', async () => {
    const { id, imageId } = await prepare()
    await attach(newJob(), id, [imageId])
    const sources = await readContextSources({
      payload,
      user: editor,
      options,
      documents: [String(id), String(id)],
      referenceFiles: [imageId],
    })
    expect(sources).toMatchObject([
      {
        kind: 'document',
        id: String(id),
        title: 'Sandals',
        text: '# For summer\n\n- one\n\nshop bad',
        images: [{ mimeType: 'image/jpeg', alt: 'A red field' }],
      },
      { kind: 'file', text: '', images: [{ mimeType: 'image/jpeg' }] },
    ])
  })

  it('should name context documents that are gone or malformed', async () => {
    const read = readContextSources({
      payload,
      user: editor,
      options,
      documents: ['999999', 'no-number'],
      referenceFiles: [],
    })
    await expect(read).rejects.toMatchObject({
      code: 'context_missing',
      message: expect.stringContaining('999999, no-number'),
    })
  })
})
