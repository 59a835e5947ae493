import type { TableNames } from '../tableNames.js'

/** Tables that the rules read besides the engine's own. */
export interface DoctorTables extends Pick<
  TableNames,
  'agentJobs' | 'attachments' | 'executions' | 'templates'
> {
  /** Collections that workflows write to, media included. */
  made: HostTable[]
  media: HostTable
}

/** A collection of the site and its table, quoted and with its schema. */
export interface HostTable {
  slug: string
  table: string
}

/** What one rule found. */
export interface Finding {
  /** The file's name without ending. */
  rule: string
  /** What should hold, in a sentence. */
  title: string
  /** Not a fault by itself: why not. */
  note: string | null
  /** Ids and numbers of what breaks it, never content; at most MAX_ROWS. */
  rows: Record<string, unknown>[]
}
