import type { Config, Payload } from 'payload'

import type { NodeDefinition } from './nodes/defineNode.js'
import type {
  ActingUser,
  DocumentsOption,
  LimitsOption,
  MediaOption,
  WorkflowsPluginOptions,
} from './options.js'
import type { PriceTable, Provider } from './providers/types.js'
import type { HostCollections } from './sanitizeCollections.js'

import {
  refuseOption,
  refuseTakenSlugs,
  relationField,
  requireCollection,
  requireField,
} from './sanitizeCollections.js'
import { sanitizeWorker, type SanitizedWorker } from './sanitizeWorker.js'
import {
  sanitizeLimits,
  sanitizeNodes,
  sanitizeProviders,
  sanitizeReviewMails,
} from './sanitizeParts.js'

export interface SanitizedDocuments {
  collection: string
  titleField: string
  bodyField: string
  bodyType: 'richText' | 'text' | 'textarea'
  statusField: string | null
  workspaceField: string | null
  projectField: string | null
}

export interface SanitizedMedia {
  collection: string
  altField: string
  workspaceField: string | null
  projectField: string | null
}

/** The options with every default filled in and every name checked against the site. */
export interface SanitizedOptions {
  enabled: boolean
  documents: [SanitizedDocuments, ...SanitizedDocuments[]]
  media: SanitizedMedia
  users: { collection: string }
  workspaces: NonNullable<WorkflowsPluginOptions['workspaces']> | null
  projects: { collection: string; workspaceField: string | null } | null
  providers: [Provider, ...Provider[]]
  prices: PriceTable
  nodes: NodeDefinition[]
  limits: Required<LimitsOption>
  worker: SanitizedWorker
  reviewMails: 'all' | 'named' | false
  access: { isAdmin: (user: ActingUser) => boolean }
  overrides: NonNullable<WorkflowsPluginOptions['overrides']>
  seedSystemTemplates: boolean
}

export function sanitizeOptions({
  options,
  config,
  defaultProviders,
}: {
  options: WorkflowsPluginOptions
  config: Pick<Config, 'admin' | 'collections'> & { db?: { name?: string } }
  /** Used when the site names no provider; passed in so that options need not know the demo one. */
  defaultProviders: () => Provider[]
}): SanitizedOptions {
  const host: HostCollections = { collections: config.collections ?? [] }
  refuseOtherDatabase(config.db?.name)
  refuseTakenSlugs(host)
  const workspaces = options.workspaces ?? null
  if (workspaces) {
    requireCollection({ ...host, slug: workspaces.collection, option: 'workspaces.collection' })
    if (typeof workspaces.memberships !== 'function') {
      refuseOption('workspaces.memberships', 'must be a function that answers memberships.')
    }
  }
  const related = {
    ...host,
    workspaces: workspaces?.collection ?? null,
    projects: options.projects?.collection ?? null,
  }
  return {
    enabled: options.enabled !== false,
    documents: sanitizeDocuments(options.documents, related),
    media: sanitizeMedia(options.media, related),
    users: { collection: usersCollection(options, config, host) },
    workspaces,
    projects: sanitizeProjects(options.projects, related),
    providers: sanitizeProviders(options.providers ?? defaultProviders()),
    prices: options.prices ?? {},
    nodes: sanitizeNodes(options.nodes ?? []),
    limits: sanitizeLimits(options.limits ?? {}),
    worker: sanitizeWorker(options.worker ?? {}),
    reviewMails: sanitizeReviewMails(options.reviewMails),
    access: { isAdmin: options.access?.isAdmin ?? (() => false) },
    overrides: options.overrides ?? {},
    seedSystemTemplates: options.seedSystemTemplates !== false,
  }
}

/** Before any table is made elsewhere; adapters that do not tell their name yet are asked when they are connected. */
function refuseOtherDatabase(name: string | undefined): void {
  if (name === undefined || name === 'postgres') return
  throw new Error(
    `workflowsPlugin runs on PostgreSQL only; this site uses "${name}". Use postgresAdapter from @payloadcms/db-postgres.`,
  )
}

/** The engine runs on Postgres and leans on its transactions; anything else must not even start. */
export async function assertPostgres(payload: Payload): Promise<void> {
  refuseOtherDatabase(payload.db.name)
  // The adapter forgets the option; without transactions it begins none.
  const transaction = await payload.db.beginTransaction()
  if (transaction === null) {
    throw new Error(
      'workflowsPlugin needs transactions; remove `transactionOptions: false` from postgresAdapter.',
    )
  }
  await payload.db.rollbackTransaction(transaction)
}

type Related = HostCollections & { workspaces: string | null; projects: string | null }

function relations(
  collection: ReturnType<typeof requireCollection>,
  given: Pick<DocumentsOption, 'projectField' | 'workspaceField'>,
  option: string,
  related: Related,
) {
  return {
    workspaceField: relationField({
      collection,
      named: given.workspaceField,
      usual: 'workspace',
      target: related.workspaces,
      option: `${option}.workspaceField`,
      targetOption: 'workspaces',
    }),
    projectField: relationField({
      collection,
      named: given.projectField,
      usual: 'project',
      target: related.projects,
      option: `${option}.projectField`,
      targetOption: 'projects',
    }),
  }
}

function sanitizeDocuments(
  documents: DocumentsOption[] | undefined,
  related: Related,
): SanitizedOptions['documents'] {
  const seen = new Set<string>()
  const sanitized = (Array.isArray(documents) ? documents : []).map((given, index) => {
    const option = `documents[${index}]`
    const collection = requireCollection({
      ...related,
      slug: given.collection,
      option: `${option}.collection`,
    })
    if (seen.has(given.collection)) {
      refuseOption(`${option}.collection`, `names "${given.collection}" a second time.`)
    }
    seen.add(given.collection)
    const titleField = given.titleField ?? 'title'
    const bodyField = given.bodyField ?? 'body'
    requireField({
      collection,
      name: titleField,
      types: ['text', 'textarea'],
      option: `${option}.titleField`,
    })
    const body = requireField({
      collection,
      name: bodyField,
      types: ['richText', 'textarea', 'text'],
      option: `${option}.bodyField`,
    })
    if (given.statusField) {
      requireField({
        collection,
        name: given.statusField,
        types: ['select', 'text', 'radio'],
        option: `${option}.statusField`,
      })
    }
    return {
      collection: given.collection,
      titleField,
      bodyField,
      bodyType: body.type as SanitizedDocuments['bodyType'],
      statusField: given.statusField ?? null,
      ...relations(collection, given, option, related),
    }
  })
  const [first, ...others] = sanitized
  if (!first) {
    return refuseOption('documents', 'must name at least one collection that copies go to.')
  }
  return [first, ...others]
}

function sanitizeMedia(given: MediaOption | undefined, related: Related): SanitizedMedia {
  if (!given) return refuseOption('media', 'must name the upload collection that images go to.')
  const collection = requireCollection({
    ...related,
    slug: given.collection,
    option: 'media.collection',
  })
  if (!collection.upload) {
    refuseOption('media.collection', `names "${given.collection}", which takes no uploads.`)
  }
  const altField = given.altField ?? 'alt'
  requireField({
    collection,
    name: altField,
    types: ['text', 'textarea'],
    option: 'media.altField',
  })
  return {
    collection: given.collection,
    altField,
    ...relations(collection, given, 'media', related),
  }
}

function sanitizeProjects(
  given: WorkflowsPluginOptions['projects'],
  related: Related,
): SanitizedOptions['projects'] {
  if (!given) return null
  const collection = requireCollection({
    ...related,
    slug: given.collection,
    option: 'projects.collection',
  })
  const workspaceField = relationField({
    collection,
    named: given.workspaceField,
    usual: 'workspace',
    target: related.workspaces,
    option: 'projects.workspaceField',
    targetOption: 'workspaces',
  })
  return { collection: given.collection, workspaceField }
}

function usersCollection(
  options: WorkflowsPluginOptions,
  config: Pick<Config, 'admin'>,
  host: HostCollections,
): string {
  const named = options.users?.collection
  if (named) {
    const collection = requireCollection({ ...host, slug: named, option: 'users.collection' })
    if (!collection.auth) {
      refuseOption('users.collection', `names "${named}", whose documents cannot log in.`)
    }
    return named
  }
  // The same order in which Payload itself chooses the admin's users.
  return (
    config.admin?.user ?? host.collections.find((collection) => collection.auth)?.slug ?? 'users'
  )
}
