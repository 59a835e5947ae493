import type { PayloadRequest } from 'payload'

import type { DocumentAttachment } from '../../../../collections/document-attachments/types.js'
import type { HostId } from '../../runtime/cmsTypes.js'

import { asSlug, idOf } from '../../access/hostIds.js'
import { getPluginContext } from '../../pluginContext.js'
import { slugs } from '../../slugs.js'

/** Who put an image there: a person, or a workflow that a person launched. */
export interface AttachmentProvenance {
  kind: 'execution' | 'person'
  /** The person; null when they are gone or the reader may not see them. */
  name: string | null
  executionId: string | null
  templateName: string | null
}

type Row = Pick<DocumentAttachment, 'attachedBy' | 'execution'>

/** For all rows at once: one query for the executions and one for the people, none where there are none. */
export async function readProvenance({
  req,
  rows,
}: {
  req: PayloadRequest
  rows: Row[]
}): Promise<(row: Row) => AttachmentProvenance> {
  const { users } = getPluginContext(req.payload).slugs
  const nameField = req.payload.collections[users]?.config.admin.useAsTitle ?? 'email'
  const templates = await readTexts({
    req,
    collection: slugs.executions,
    field: 'templateName',
    ids: rows.map(({ execution }) => execution),
  })
  const people = await readTexts({
    req,
    collection: users,
    field: nameField,
    ids: rows.map(({ attachedBy }) => idOf(attachedBy)),
  })
  return ({ execution, attachedBy }) => ({
    kind: execution ? 'execution' : 'person',
    name: people.get(String(idOf(attachedBy))) ?? null,
    executionId: execution ?? null,
    templateName: templates.get(String(execution)) ?? null,
  })
}

/** One text of each document that the user may read, by id. */
async function readTexts({
  req,
  collection,
  field,
  ids,
}: {
  req: PayloadRequest
  collection: string
  field: string
  ids: (HostId | null | undefined)[]
}): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is HostId => id !== null && id !== undefined))]
  if (wanted.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: asSlug(collection),
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    pagination: false,
    req,
    select: { [field]: true },
    user: req.user,
    where: { id: { in: wanted } },
  })
  return new Map(
    docs.flatMap((doc) => {
      const text = (doc as unknown as Record<string, unknown>)[field]
      return typeof text === 'string' && text ? [[String(doc.id), text] as const] : []
    }),
  )
}
