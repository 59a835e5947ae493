import type { Payload } from 'payload'

import type { SanitizedDocuments } from '../../sanitizeOptions.js'
import type { CmsWriter, HostId } from '../cmsTypes.js'
import type { CmsEnvironment, WritingJob } from './environment.js'

import { parseHostId } from '../../access/hostIds.js'
import { cutAtWord } from '../context/words.js'
import { findField } from './collectionFields.js'
import { mappedFields } from './mappedFields.js'
import { markdownToLexical } from './markdownToLexical.js'
import { markdownToPlainText } from './markdownToPlainText.js'

/** Longer titles break lists and slugs; a field's own, smaller maxLength counts first. */
const MAX_TITLE = 200
const TEST_PREFIX = '[Test] '

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
  environment,
  target,
  content,
}: {
  environment: Pick<CmsEnvironment, 'job' | 'options' | 'payload'>
  target: SanitizedDocuments
  content: DocumentContent
}): Promise<Record<string, unknown>> {
  const { payload, job } = environment
  const { collection, titleField, bodyField, statusField } = target
  const status = effectiveStatus(content.status, job)
  return {
    ...(await mappedFields({
      payload,
      target,
      data: content.data ?? {},
      markdown: content.markdown,
    })),
    [titleField]: documentTitle({ payload, target, title: content.title, job }),
    [bodyField]: await bodyValue({ payload, target, markdown: content.markdown }),
    ...(statusField && { [statusField]: status }),
    ...placeOf({ environment, target }),
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
  environment: { payload, options, job },
  target: { workspaceField, projectField },
}: {
  environment: Pick<CmsEnvironment, 'job' | 'options' | 'payload'>
  target: Pick<SanitizedDocuments, 'workspaceField' | 'projectField'>
}): Record<string, unknown> {
  // Payload refuses the id `'7'` where it has the number 7.
  const id = (relation: { collection: string } | null, value: HostId | null) =>
    relation ? parseHostId({ payload, collection: relation.collection, value }) : value
  const workspace = id(options.workspaces, job.workspace)
  const project = id(options.projects, job.project)
  return {
    ...(workspaceField && workspace !== null && { [workspaceField]: workspace }),
    ...(projectField && project !== null && { [projectField]: project }),
  }
}

export async function bodyValue({
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
