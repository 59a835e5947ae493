import type { Payload } from 'payload'

import type { SanitizedDocuments } from '../../sanitizeOptions.js'
import type { CmsWriter } from '../cmsTypes.js'
import type { WritingJob } from './environment.js'

import { cutAtWord } from '../context/words.js'
import { PermanentNodeError } from '../errors.js'
import { findField } from './collectionFields.js'
import { markdownToLexical } from './markdownToLexical.js'
import { markdownToPlainText } from './markdownToPlainText.js'

/** Longer titles break lists and slugs; a field's own, smaller maxLength counts first. */
const MAX_TITLE = 200
const TEST_PREFIX = '[Test] '

/** Payload's own; a mapping must not set them, no more than the fields that say who sees a document. */
const NEVER_MAPPED = ['id', '_status', 'createdAt', 'updatedAt', 'deletedAt']

export type DocumentContent = Pick<
  Parameters<CmsWriter['createDocument']>[0],
  'title' | 'markdown' | 'status' | 'data'
>

/** A test never publishes. */
export function effectiveStatus(
  status: DocumentContent['status'],
  job: Pick<WritingJob, 'test'>,
): DocumentContent['status'] {
  return job.test ? 'draft' : status
}

export function documentTitle({
  payload,
  target: { collection, titleField },
  title,
  job,
}: {
  payload: Payload
  target: SanitizedDocuments
  title: string
  job: Pick<WritingJob, 'test'>
}): string {
  const field = findField({ payload, collection, path: titleField })
  const own = field && 'maxLength' in field ? field.maxLength : undefined
  return cutAtWord(`${job.test ? TEST_PREFIX : ''}${title}`, Math.min(own ?? MAX_TITLE, MAX_TITLE))
}

/** The data of the target collection: mapped fields first, so that none of ours can be replaced by one. */
export async function documentData({
  payload,
  target,
  content,
  job,
}: {
  payload: Payload
  target: SanitizedDocuments
  content: DocumentContent
  job: WritingJob
}): Promise<Record<string, unknown>> {
  const { collection, titleField, bodyField, statusField } = target
  const status = effectiveStatus(content.status, job)
  return {
    ...mappedFields({ payload, target, data: content.data ?? {} }),
    [titleField]: documentTitle({ payload, target, title: content.title, job }),
    [bodyField]: await bodyValue({ payload, target, markdown: content.markdown }),
    ...(statusField && { [statusField]: status }),
    ...placeOf({ target, job }),
    ...(hasDrafts({ payload, collection }) && {
      _status: status === 'published' ? 'published' : 'draft',
    }),
  }
}

export function hasDrafts({
  payload,
  collection,
}: {
  payload: Payload
  collection: string
}): boolean {
  return Boolean(payload.collections[collection]?.config.versions?.drafts)
}

/** Workspace and project of the launch, where the target has fields for them. */
export function placeOf({
  target: { workspaceField, projectField },
  job: { workspace, project },
}: {
  target: Pick<SanitizedDocuments, 'workspaceField' | 'projectField'>
  job: Pick<WritingJob, 'workspace' | 'project'>
}): Record<string, unknown> {
  return {
    ...(workspaceField && workspace !== null && { [workspaceField]: workspace }),
    ...(projectField && project !== null && { [projectField]: project }),
  }
}

async function bodyValue({
  payload,
  target: { collection, bodyField, bodyType },
  markdown,
}: {
  payload: Payload
  target: SanitizedDocuments
  markdown: string
}): Promise<unknown> {
  switch (bodyType) {
    case 'richText':
      return markdownToLexical({ payload, collection, fieldPath: bodyField, markdown })
    case 'textarea':
      return markdownToPlainText(markdown)
    case 'text':
      return markdownToPlainText(markdown).replace(/\s+/g, ' ')
  }
}

function mappedFields({
  payload,
  target: { collection, workspaceField, projectField },
  data,
}: {
  payload: Payload
  target: SanitizedDocuments
  data: NonNullable<DocumentContent['data']>
}): Record<string, unknown> {
  const refused = [...NEVER_MAPPED, workspaceField, projectField]
  for (const name of Object.keys(data)) {
    const isField = findField({ payload, collection, path: name }) !== null
    if (!isField || refused.includes(name)) {
      throw new PermanentNodeError({
        code: 'unknown_field',
        message: `The field mapping names «${name}», which cannot be set in «${collection}».`,
      })
    }
  }
  return data
}
