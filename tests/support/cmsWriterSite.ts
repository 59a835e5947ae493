import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BasePayload, buildConfig, type Config, type Payload } from 'payload'
import pg from 'pg'
import sharp from 'sharp'

import { createAgentJobsCollection } from '../../src/collections/agent-jobs/index.js'
import { createAttachmentsCollection } from '../../src/collections/document-attachments/index.js'
import { createExecutionsCollection } from '../../src/collections/workflow-executions/index.js'
import { createTemplatesCollection } from '../../src/collections/workflow-templates/index.js'
import { withTransaction } from '../../src/plugins/workflows/db/withTransaction.js'
import {
  createPluginContext,
  storePluginContext,
} from '../../src/plugins/workflows/pluginContext.js'
import type { Membership } from '../../src/plugins/workflows/options.js'
import type { Provider } from '../../src/plugins/workflows/providers/types.js'
import { createCmsWriter } from '../../src/plugins/workflows/runtime/cms/createCmsWriter.js'
import type {
  CmsEnvironment,
  WritingJob,
} from '../../src/plugins/workflows/runtime/cms/environment.js'
import type { CmsWriter, HostId } from '../../src/plugins/workflows/runtime/cmsTypes.js'
import {
  sanitizeOptions,
  type SanitizedOptions,
} from '../../src/plugins/workflows/sanitizeOptions.js'
import { cmsWriterCollections } from './cmsWriterCollections.js'
import { createLedgerTable, createTestLedger } from './cmsWriterLedger.js'

export type CmsUser = CmsEnvironment['user']
export type CmsDocument = { id: HostId; [field: string]: unknown }

export interface CmsWriterSite {
  payload: Payload
  options: SanitizedOptions
  /** Uploads go to `media` below it. */
  folder: string
  /** `blind` writes and does not read, `reader` the other way round. */
  users: Record<'blind' | 'editor' | 'other' | 'reader', CmsUser>
  workspace: HostId
  project: HostId
  newJob: (given?: Partial<WritingJob>) => WritingJob
  /** One completion: what `run` writes is committed together with the ledger, or not at all. */
  complete: <T>(
    job: WritingJob,
    run: (cms: CmsWriter) => Promise<T>,
    given?: { user?: CmsUser; trace?: string[] },
  ) => Promise<T>
  read: (collection: string, id: HostId, draft?: boolean) => Promise<CmsDocument>
  countOf: (collection: string) => Promise<number>
  stop: () => Promise<void>
}

/** A site with serial ids and its own tables, on a database of its own. */
export const startCmsWriterSite = async (): Promise<CmsWriterSite> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cms-writer-'))
  const { uri, drop } = await createEmptyDatabase()
  const memberships: Membership[] = []
  const { config, options } = siteConfig({ folder, databaseUri: uri, memberships })
  const payload = await new BasePayload().init({ config: buildConfig(config) })
  // The database is dropped under the pool, which cannot be closed: Payload holds a connection for ever.
  payload.db.pool.on('error', () => {})
  await createLedgerTable(payload)

  const createUser = async (name: string, rights: string[]): Promise<CmsUser> => {
    const data = { email: `${name}@example.com`, password: 'secret', rights }
    const user = await payload.create({ collection: 'users', data })
    return { ...user, collection: 'users' } as unknown as CmsUser
  }
  const users = {
    editor: await createUser('editor', ['write']),
    other: await createUser('other', ['write']),
    reader: await createUser('reader', []),
    blind: await createUser('blind', ['write', 'blind']),
  }
  const workspace = (await payload.create({ collection: 'workspaces', data: { name: 'W' } })).id
  memberships.push({ workspace, role: 'editor' })
  const project = (await payload.create({ collection: 'projects', data: { name: 'P' } })).id

  return {
    payload,
    options,
    folder,
    users,
    workspace,
    project,
    newJob: (given = {}) => ({
      executionId: randomUUID(),
      nodeId: 'copy',
      index: 0,
      jobId: randomUUID(),
      workspace,
      project,
      test: false,
      ...given,
    }),
    complete: (job, run, { user = users.editor, trace = [] } = {}) =>
      withTransaction({ payload, user }, (tx) => {
        const effects = createTestLedger({ tx, job: job.jobId, trace })
        return run(createCmsWriter({ payload, tx, user, options, effects, job }))
      }),
    read: async (collection, id, draft = true) =>
      (await payload.findByID({ collection, id, draft, depth: 0 })) as unknown as CmsDocument,
    countOf: async (collection) => (await payload.count({ collection })).totalDocs,
    stop: async () => {
      await payload.destroy()
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The plugin's collections without its behaviour: no engine runs here, and nothing asks a model. */
function siteConfig({
  folder,
  databaseUri,
  memberships,
}: {
  folder: string
  databaseUri: string
  /** Everybody's. */
  memberships: Membership[]
}) {
  const config: Config = {
    secret: 'test',
    telemetry: false,
    // Tables of this site exist nowhere else, so there are no migrations to run.
    db: postgresAdapter({ pool: { connectionString: databaseUri }, push: true }),
    editor: lexicalEditor(),
    sharp,
    logger: { options: { level: 'silent' } },
    collections: cmsWriterCollections({ folder }),
  }
  const options = sanitizeOptions({
    config,
    defaultProviders: () => [{ id: 'none' } as Provider],
    options: {
      documents: [{ collection: 'posts', statusField: 'state' }, { collection: 'notes' }],
      media: { collection: 'media' },
      workspaces: { collection: 'workspaces', memberships: async () => memberships },
      projects: { collection: 'projects' },
    },
  })
  const context = createPluginContext({ options, builtInSpecs: [] })
  const collections = [
    ...(config.collections ?? []),
    createAttachmentsCollection(context),
    createTemplatesCollection(context),
    createExecutionsCollection(context),
    createAgentJobsCollection(context),
  ]
  return { options, config: storePluginContext({ ...config, collections }, context) }
}

/** Empty, unlike those of postgres.ts. */
async function createEmptyDatabase(): Promise<{ uri: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_SERVER
  if (!server) throw new Error('TEST_DATABASE_SERVER is not set: run this file with vitest.')
  const name = `cms_writer_${randomUUID().slice(0, 8)}`
  const asAdmin = async (query: string) => {
    const admin = new pg.Client({ connectionString: server })
    await admin.connect()
    await admin.query(query).finally(() => admin.end())
  }
  await asAdmin(`create database ${name}`)
  const uri = new URL(server)
  uri.pathname = `/${name}`
  return { uri: uri.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) }
}

/** What a generate_image node hands to the writer. */
export const picture = async (color = 'red') => ({
  slot: 'media',
  bytes: await sharp({ create: { width: 32, height: 16, channels: 3, background: color } })
    .png()
    .toBuffer(),
  mimeType: 'image/png' as const,
  alt: 'A red field',
  nameHint: 'field',
})

/** What a generate_copy node hands to the writer. */
export const copy = {
  slot: 'document',
  collection: 'posts',
  title: 'Sandals',
  markdown: '# For **summer**\n\n- one\n\n[shop](https://example.com) [bad](javascript:alert(1))',
  status: 'draft' as const,
}
