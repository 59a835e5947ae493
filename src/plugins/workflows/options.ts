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
  /** Images of one document. @default 20 */
  attachmentsPerDocument?: number
  /** Bytes of one attached image. @default 10485760 (10 MB) */
  attachmentBytes?: number
}

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
