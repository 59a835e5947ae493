import { APIError, FileUploadError, Forbidden, Locked, NotFound, ValidationError } from 'payload'

import type { ActingUser } from '../../options.js'

import { PermanentNodeError, RetryLaterError } from '../errors.js'

/** Long enough for an editor to finish, short enough to go on soon after; Payload's locks last 5 minutes. */
const LOCKED_RETRY_MS = 30_000

export type CmsAction = 'create' | 'update' | 'read'

/**
 * Says Payload's refusals as sentences a person can act on. What is not Payload's own refusal (a lost
 * connection, a deadlock, a broken hook) comes back as it is, for the engine to judge.
 */
export function mapPayloadError({
  error,
  action,
  what,
  collection,
  user,
}: {
  error: unknown
  action: CmsAction
  /** `document` or `image`, as it stands in the sentence. */
  what: string
  collection: string
  user: ActingUser
}): unknown {
  if (error instanceof ValidationError) {
    const problems = error.data.errors.map(fieldProblem).join('; ')
    return new PermanentNodeError({
      code: 'document_invalid',
      message: `The ${what} could not be saved: ${problems || error.message}.`,
    })
  }
  if (error instanceof Forbidden) {
    const things = what === 'image' ? 'images' : 'documents'
    return new PermanentNodeError({
      code: 'forbidden',
      message: `${user.email ?? `User ${user.id}`} is not allowed to ${action} ${things} in «${collection}».`,
    })
  }
  if (error instanceof Locked) {
    return new RetryLaterError({
      afterMs: LOCKED_RETRY_MS,
      message: `Somebody is editing the ${what} in «${collection}»; next try in ${LOCKED_RETRY_MS / 1000} s.`,
    })
  }
  if (error instanceof NotFound) {
    return new PermanentNodeError({
      code: 'document_missing',
      message: `The ${what} in «${collection}» no longer exists.`,
    })
  }
  if (error instanceof FileUploadError) {
    return new PermanentNodeError({
      code: 'upload_failed',
      message: `The ${what} could not be stored in «${collection}». Check that its storage is writable and has room, then retry the node.`,
    })
  }
  // Hooks of the host refuse with an APIError of their own; its message is written for people.
  if (error instanceof APIError && error.status >= 400 && error.status < 500) {
    return new PermanentNodeError({
      code: 'document_refused',
      message: `The ${what} was refused by «${collection}»: ${error.message}`,
    })
  }
  return error
}

function fieldProblem({ label, message, path }: ValidationError['data']['errors'][number]): string {
  const name = labelOf(label) ?? path
  const isMissing = /^this field is required\.?$/i.test(message)
  return isMissing ? `${name} is required` : `${name}: ${message.replace(/\.$/, '')}`
}

type Label = ValidationError['data']['errors'][number]['label']

/** Labels as functions need a translator; the path says it as well. */
function labelOf(label: Label): string | null {
  if (typeof label === 'string') return label
  if (label && typeof label === 'object') return Object.values(label)[0] ?? null
  return null
}
