import type { PayloadRequest } from 'payload'

import { listAttachments } from '../../src/plugins/workflows/operations/attachments/listAttachments.js'
import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'
import { slugs } from '../../src/plugins/workflows/slugs.js'

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const duration = ({ startedAt, completedAt }: ExecutionDetail): string => {
  if (!startedAt || !completedAt) return ''
  const seconds = (Date.parse(completedAt) - Date.parse(startedAt)) / 1000
  return ` in ${seconds.toFixed(1)} s`
}

/** What an execution made, each with the address at which the admin shows it. */
export const report = async (args: {
  req: PayloadRequest
  execution: ExecutionDetail
  site: string
}): Promise<string> => {
  const { req, execution, site } = args
  const { documents, media } = execution.outputs
  const page = (collection: string, id: number | string): string =>
    `${site}/admin/collections/${collection}/${id}`

  const documentLines = await Promise.all(
    documents.map(async ({ collection, id, title }) => {
      const { attachments } = await listAttachments({ req, collection, id })
      const files = attachments.map(({ filename, isPrimary }) =>
        isPrimary ? `★ ${filename}` : String(filename),
      )
      const images = files.length > 0 ? `\n      with ${files.join(', ')}` : ''
      return `  - ${title}\n      ${page(collection, id)}${images}`
    }),
  )
  const mediaLines = media.map(({ id, alt }) => `  - ${alt}\n      ${page('media', id)}`)
  return [
    '',
    `${plural(documents.length, 'document')}, all drafts${duration(execution)}:`,
    ...documentLines,
    '',
    `${plural(media.length, 'image')}:`,
    ...mediaLines,
    '',
    `The run itself: ${page(slugs.executions, execution.id)}`,
  ].join('\n')
}

/** Why an execution did not complete, in one sentence. */
export const failure = ({ status, error }: ExecutionDetail): string =>
  status === 'stopped'
    ? 'The execution was stopped.'
    : `The execution failed: ${error?.message ?? 'no reason was given'}`
