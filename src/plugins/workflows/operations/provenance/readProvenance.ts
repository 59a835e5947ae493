import type { PayloadRequest } from 'payload'

import type { ProvenanceRow } from '../../db/statements/readProvenance.js'
import type { JsonValue } from '../../graph/types.js'
import type { HostId } from '../../runtime/cmsTypes.js'

import { asSlug, idOf, parseHostId } from '../../access/hostIds.js'
import { requireUser } from '../../access/requireUser.js'
import { readProvenance as read } from '../../db/statements/readProvenance.js'
import { getPluginContext } from '../../pluginContext.js'
import { getEngine } from '../../runtime/engine.js'
import { NotFoundError } from '../../runtime/errors.js'
import { slugs } from '../../slugs.js'
import { nameOfUser } from './nameOfUser.js'

/** Where a document or image comes from. */
export interface Provenance {
  madeAt: string
  /** Null for those who may not see the execution: all they learn is that there was one. */
  source: {
    execution: { id: string; templateName: string; test: boolean }
    launchedBy: string | null
    node: { id: string; label: string; type: string; index: number; total: number }
    prompt: string | null
    systemPrompt: string | null
    /** Titles of the documents and files the model was given. */
    sources: string[]
    model: string | null
    provider: { id: string; label: string; isDemo: boolean } | null
    tokensIn: number
    tokensOut: number
    cost: number
    /** `name` is null when the clock approved. */
    approved: { name: string | null; at: string } | null
  } | null
}

export interface ProvenanceAnswer {
  /** Null = made by a person, as far as the plugin knows. */
  provenance: Provenance | null
}

/**
 * For who may read the document, by the host's rules. What made it is shown by the rules of the execution.
 * @throws NotFoundError
 */
export async function readProvenance({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
}): Promise<ProvenanceAnswer> {
  requireUser(req)
  const known = parseHostId({ payload: req.payload, collection, value: id })
  const document = known === null ? null : await readAsUser({ req, collection, id: known })
  if (known === null || !document) throw new NotFoundError({ what: 'The document' })
  const { pools, tables } = getEngine(req.payload)
  const row = await read(pools.relaxed, { tables, collection, id: String(known) })
  if (!row) return { provenance: null }
  const execution = await readAsUser({ req, collection: slugs.executions, id: row.execution })
  const madeAt = new Date(row.made_at).toISOString()
  const source = execution ? await present({ req, row, execution }) : null
  return { provenance: { madeAt, source } }
}

type Doc = Record<string, unknown>

async function readAsUser({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: string
  id: HostId
}): Promise<Doc | null> {
  const found = await req.payload.findByID({
    collection: asSlug(collection),
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
    user: req.user,
  })
  return found as unknown as Doc | null
}

async function present({
  req,
  row,
  execution,
}: {
  req: PayloadRequest
  row: ProvenanceRow
  execution: Doc
}): Promise<Provenance['source']> {
  const input = asRecord(row.input)
  const provider = getPluginContext(req.payload).providers.find(({ id }) => id === row.provider)
  return {
    execution: {
      id: row.execution,
      templateName: textOf(execution.templateName) ?? '',
      test: execution.test === true,
    },
    launchedBy: await nameOfUser({ req, id: idOf(execution.launchedBy) }),
    node: {
      id: row.node,
      label: row.label ?? row.node,
      type: row.type,
      index: row.index,
      total: row.total,
    },
    prompt: textOf(input.prompt),
    systemPrompt: textOf(input.system),
    sources: titlesOf(input.context),
    model: row.model,
    provider: provider ? { id: provider.id, label: provider.label, isDemo: provider.isDemo } : null,
    tokensIn: row.tokens_in ?? 0,
    tokensOut: row.tokens_out ?? 0,
    cost: row.cost ?? 0,
    approved: row.approved_at
      ? {
          name: row.approved_by === 'auto' ? null : row.approved_by_name,
          at: new Date(row.approved_at).toISOString(),
        }
      : null,
  }
}

function titlesOf(context: JsonValue | undefined): string[] {
  return (Array.isArray(context) ? context : []).flatMap((source) => {
    const title = typeof source === 'string' ? source : textOf(asRecord(source).title)
    return title ? [title] : []
  })
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

const asRecord = (value: JsonValue | undefined): Record<string, JsonValue | undefined> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
