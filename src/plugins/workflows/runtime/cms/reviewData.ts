import type { Payload } from 'payload'

import type { JsonObject } from '../../graph/types.js'
import type { SanitizedDocuments } from '../../sanitizeOptions.js'

import { bodyValue } from './documentData.js'
import { mappedFields } from './mappedFields.js'

/** An edit of a review (`title`, `text` as Markdown, further fields by name) as data of the document. */
export async function reviewData({
  payload,
  target,
  data,
}: {
  payload: Payload
  target: SanitizedDocuments
  data: JsonObject
}): Promise<Record<string, unknown>> {
  const { title, text, ...fields } = data
  return {
    ...(await mappedFields({
      payload,
      target,
      data: fields,
      markdown: typeof text === 'string' ? text : '',
    })),
    ...(typeof title === 'string' && { [target.titleField]: title }),
    ...(typeof text === 'string' && {
      [target.bodyField]: await bodyValue({ payload, target, markdown: text }),
    }),
  }
}
