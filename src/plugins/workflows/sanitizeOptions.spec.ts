import type { CollectionConfig, Config, Payload } from 'payload'
import { describe, expect, it } from 'vitest'

import type { WorkflowsPluginOptions } from './options.js'
import type { Provider } from './providers/types.js'

import { assertPostgres, sanitizeOptions } from './sanitizeOptions.js'

/** Only its name matters here. */
const provider = (id: string) => ({ id }) as Provider

const posts: CollectionConfig = {
  slug: 'posts',
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: 'Text', fields: [{ type: 'row', fields: [{ name: 'title', type: 'text' }] }] },
      ],
    },
    { name: 'body', type: 'richText' },
    { name: 'state', type: 'select', options: ['draft'] },
    { name: 'workspace', type: 'relationship', relationTo: 'teams' },
    { name: 'project', type: 'relationship', relationTo: 'projects' },
    { name: 'teams', type: 'relationship', relationTo: 'teams', hasMany: true },
    { name: 'nested', type: 'group', fields: [{ name: 'inner', type: 'text' }] },
  ],
}
const media: CollectionConfig = {
  slug: 'media',
  upload: true,
  fields: [{ name: 'alt', type: 'text' }],
}
const collections = [
  posts,
  media,
  { slug: 'users', auth: true, fields: [] } satisfies CollectionConfig,
  { slug: 'teams', fields: [] } satisfies CollectionConfig,
  { slug: 'projects', fields: [] } satisfies CollectionConfig,
]
const minimal: WorkflowsPluginOptions = {
  documents: [{ collection: 'posts' }],
  media: { collection: 'media' },
}
const workspaces = { collection: 'teams', memberships: () => Promise.resolve([]) }

const sanitize = (
  options: Partial<WorkflowsPluginOptions> = {},
  config: Pick<Config, 'admin' | 'collections'> = { collections },
) =>
  sanitizeOptions({
    options: { ...minimal, ...options },
    config,
    defaultProviders: () => [provider('demo')],
  })

describe('sanitizeOptions', () => {
  it('should fill in every default', () => {
    const { providers, access, ...rest } = sanitize()
    expect(providers.map(({ id }) => id)).toEqual(['demo'])
    expect(access.isAdmin({ id: 1, collection: 'users' })).toBe(false)
    expect(rest).toEqual({
      enabled: true,
      documents: [
        {
          collection: 'posts',
          titleField: 'title',
          bodyField: 'body',
          bodyType: 'richText',
          statusField: null,
          workspaceField: null,
          projectField: null,
        },
      ],
      media: { collection: 'media', altField: 'alt', workspaceField: null, projectField: null },
      users: { collection: 'users' },
      workspaces: null,
      projects: null,
      prices: {},
      nodes: [],
      limits: {
        parallelJobsPerExecution: 20,
        executionTimeoutMinutes: 30,
        maxAttempts: 4,
        duplicateRewrites: 2,
        workerConcurrency: 8,
        leaseSeconds: 5,
        documentSeconds: 120,
        attachmentsPerDocument: 20,
        attachmentBytes: 10_485_760,
      },
      worker: { secret: null, load: null, embedded: expect.any(Function), concurrency: null },
      reviewMails: 'all',
      overrides: {},
      seedSystemTemplates: true,
    })
  })

  it('should find the usual workspace and project fields only where they point the right way', () => {
    const found = sanitize({ workspaces, projects: { collection: 'projects' } })
    expect(found.documents[0]).toMatchObject({
      workspaceField: 'workspace',
      projectField: 'project',
    })
    expect(found.media.workspaceField).toBeNull()
    expect(found.projects).toEqual({ collection: 'projects', workspaceField: null })
    const elsewhere = sanitize({ workspaces: { ...workspaces, collection: 'projects' } })
    expect(elsewhere.documents[0].workspaceField).toBeNull()
  })

  it('should take the admin users unless told otherwise', () => {
    const customers: CollectionConfig = { slug: 'customers', auth: true, fields: [] }
    const config = { collections: [customers, ...collections], admin: { user: 'users' } }
    expect(sanitize({}, config).users.collection).toBe('users')
    expect(sanitize({ users: { collection: 'customers' } }, config).users.collection).toBe(
      'customers',
    )
    expect(sanitize({}, { collections: config.collections }).users.collection).toBe('customers')
  })

  const refused: [string, Partial<WorkflowsPluginOptions>, RegExp][] = [
    ['no documents', { documents: [] }, /`documents` must name at least one/],
    [
      'an unknown collection',
      { documents: [{ collection: 'post' }] },
      /`documents\[0\]\.collection` names the collection "post".*Collections here: posts, media/,
    ],
    [
      'a collection twice',
      { documents: [{ collection: 'posts' }, { collection: 'posts' }] },
      /`documents\[1\]\.collection` names "posts" a second time/,
    ],
    [
      'an unknown field',
      { documents: [{ collection: 'posts', titleField: 'inner' }] },
      /`documents\[0\]\.titleField` names the field "inner"/,
    ],
    [
      'a field of the wrong type',
      { documents: [{ collection: 'posts', bodyField: 'state' }] },
      /`documents\[0\]\.bodyField`.*select field.*richText/,
    ],
    [
      'an unknown status field',
      { documents: [{ collection: 'posts', statusField: 'status' }] },
      /`documents\[0\]\.statusField`/,
    ],
    [
      'a workspace field without workspaces',
      { documents: [{ collection: 'posts', workspaceField: 'workspace' }] },
      /`documents\[0\]\.workspaceField` needs the option `workspaces`/,
    ],
    [
      'a workspace field of many',
      { documents: [{ collection: 'posts', workspaceField: 'teams' }], workspaces },
      /`documents\[0\]\.workspaceField` must name a single relationship to "teams"/,
    ],
    [
      'media without uploads',
      { media: { collection: 'posts' } },
      /`media\.collection`.*no uploads/,
    ],
    [
      'media without its alt field',
      { media: { collection: 'media', altField: 'description' } },
      /`media\.altField`/,
    ],
    ['users without a login', { users: { collection: 'teams' } }, /`users\.collection`.*log in/],
    [
      'unknown workspaces',
      { workspaces: { ...workspaces, collection: 'x' } },
      /`workspaces\.collection`/,
    ],
    ['unknown projects', { projects: { collection: 'x' } }, /`projects\.collection`/],
    ['no provider', { providers: [] }, /`providers` must hold at least one/],
    [
      'a provider twice',
      { providers: [provider('a'), provider('a')] },
      /`providers\[1\]\.id` is "a"/,
    ],
    ['a limit of zero', { limits: { maxAttempts: 0 } }, /`limits\.maxAttempts` is 0.*from 1 to 25/],
    ['half a limit', { limits: { leaseSeconds: 1.5 } }, /`limits\.leaseSeconds` is 1\.5/],
  ]
  it.each(refused)('should refuse %s and name the option', (_, options, message) => {
    expect(() => sanitize(options)).toThrow(message)
  })

  it('should refuse another database before any table is made there', () => {
    const sqlite = { collections, db: { name: 'sqlite' } }
    expect(() =>
      sanitizeOptions({ options: minimal, config: sqlite, defaultProviders: () => [] }),
    ).toThrow('runs on PostgreSQL only; this site uses "sqlite"')
  })

  it('should refuse a site that has a collection of our name', () => {
    const own: CollectionConfig = { slug: 'workflow-templates', fields: [] }
    expect(() => sanitize({}, { collections: [...collections, own] })).toThrow(/workflow-templates/)
  })
})

describe('assertPostgres', () => {
  const site = (name: string, transaction: string | null) =>
    ({
      db: {
        name,
        beginTransaction: () => Promise.resolve(transaction),
        rollbackTransaction: () => Promise.resolve(),
      },
    }) as unknown as Payload

  it('should take Postgres with transactions', async () => {
    await expect(assertPostgres(site('postgres', 'id'))).resolves.toBeUndefined()
  })

  it('should refuse other databases and Postgres without transactions', async () => {
    await expect(assertPostgres(site('mongoose', 'id'))).rejects.toThrow(/PostgreSQL only/)
    await expect(assertPostgres(site('postgres', null))).rejects.toThrow(
      /transactionOptions: false/,
    )
  })
})
