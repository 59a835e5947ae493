import type { CollectionConfig, Payload, PayloadRequest } from 'payload'

import type { NodeDefinition } from './nodes/defineNode.js'
import type { PriceTable, Provider } from './providers/types.js'
import type { HostId } from './runtime/cmsTypes.js'

export type WorkspaceRole = 'owner' | 'editor' | 'viewer'

/** One workspace a user belongs to, and what they may do there. */
export interface Membership {
  workspace: HostId
  role: WorkspaceRole
}

/** A user as Payload hands it out; `collection` is the slug of its auth collection. */
export interface ActingUser {
  id: HostId
  collection: string
  email?: string | null
  [key: string]: unknown
}

/** A collection that workflows may write to and that can have images attached. */
export interface DocumentsOption {
  collection: string
  /** @default 'title' */
  titleField?: string
  /** Rich text or textarea. @default 'body' */
  bodyField?: string
  /** Select that takes `draft`, `review`, `published`; absent = only Payload's own `_status` is set. */
  statusField?: string
  /** Relationship to the workspaces collection. @default the `workspace` field if it exists */
  workspaceField?: string
  /** Relationship to the projects collection. @default the `project` field if it exists */
  projectField?: string
}

export interface MediaOption {
  collection: string
  /** @default 'alt' */
  altField?: string
  workspaceField?: string
  projectField?: string
}

export interface LimitsOption {
  /** Agent jobs of one execution that are ready or running at once. @default 20 */
  parallelJobsPerExecution?: number
  /** Minutes of work (waiting for a review not counted) until an execution fails. @default 30 */
  executionTimeoutMinutes?: number
  /** Tries of one agent job when a provider fails in a way that may pass. @default 4 */
  maxAttempts?: number
  /** Times a near-duplicate copy is written again. @default 2 */
  duplicateRewrites?: number
  /** Agent jobs one worker process runs at once. @default 8 */
  workerConcurrency?: number
  /** Seconds without a sign of life until another worker takes a job over. @default 5 */
  leaseSeconds?: number
  /** Seconds that storing one document may take, the site's hooks and uploads included. @default 120 */
  documentSeconds?: number
  /** Images of one document. @default 20 */
  attachmentsPerDocument?: number
  /** Bytes of one attached image. @default 10485760 (10 MB) */
  attachmentBytes?: number
}

/** How workers run besides `payload workflows:work`, and who may ask for work and figures over HTTP. */
export interface WorkerOption {
  /**
   * Opens `POST /workflows/work` and `GET /workflows/metrics` to those who send it as `Authorization: Bearer …`.
   * At least 16 characters. Absent = both answer 404.
   */
  secret?: string
  /**
   * `() => import('payload-workflows/worker')`. Written in the site's config, so that sites which run workers
   * elsewhere never load graphile-worker into their web server.
   */
  load?: () => Promise<{ startWorker: StartWorker }>
  /**
   * A worker inside the web server: `true` = in each long-running Next server, never in builds and commands; a
   * function decides itself. Needs `load`. @default false
   */
  embedded?: boolean | (() => boolean)
  /** Agent jobs at once, of workers inside the web server. @default limits.workerConcurrency */
  concurrency?: number
}

/** What `payload-workflows/worker` exports; written out, because the web server must not import it. */
export type StartWorker = (args: {
  payload: Payload
  concurrency?: number
  name?: string
}) => Promise<{ id: string; stop: () => Promise<void>; done: Promise<void> }>

/** What `workflowsPlugin` takes. A `type`, because Payload's `definePlugin` asks for one. */
export type WorkflowsPluginOptions = {
  /** `false` keeps the collections (so that no migration drops them) and removes the behaviour. @default true */
  enabled?: boolean
  /** Collections that copies go to; the first is the default. At least one. */
  documents: DocumentsOption[]
  /** The upload collection that images go to. */
  media: MediaOption
  /** Auth collection whose users launch workflows. @default config.admin.user */
  users?: { collection?: string }
  /** Absent = one implicit workspace in which every logged-in user is an editor. */
  workspaces?: {
    collection: string
    /**
     * Reads a user's memberships; called at most once a request and user. Pass `req` on to the Local API when it
     * is given: access rules also run inside transactions, and a query without it takes a second connection.
     */
    memberships: (args: {
      payload: Payload
      user: ActingUser
      req?: PayloadRequest
    }) => Promise<Membership[]>
  }
  projects?: { collection: string; /** @default 'workspace' */ workspaceField?: string }
  /** First = default. @default [demoProvider()] */
  providers?: Provider[]
  /** Dollars per model; unknown models cost 0 and are marked so. @default {} */
  prices?: PriceTable
  /** The host's own node types. @default [] */
  nodes?: NodeDefinition[]
  limits?: LimitsOption
  /**
   * E-mail to reviewers when a review begins to wait, through Payload's email adapter; without an adapter none are
   * sent. `named`: only for reviews that name their reviewers. @default 'all'
   */
  reviewMails?: 'all' | 'named' | false
  worker?: WorkerOption
  access?: {
    /** Sees and controls every workspace. @default () => false */
    isAdmin?: (user: ActingUser) => boolean
  }
  overrides?: Partial<
    Record<
      'templates' | 'executions' | 'agentJobs' | 'attachments',
      (args: { defaultCollection: CollectionConfig }) => CollectionConfig
    >
  >
  /** Brings the system templates up to date when Payload starts. @default true */
  seedSystemTemplates?: boolean
}
