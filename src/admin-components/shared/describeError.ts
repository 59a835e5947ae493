import type { Translate } from './useWorkflowsTranslation.js'

import { WorkflowsApiError } from '../../client/WorkflowsApiError.js'

/** Codes that mean the same wherever they come from, so that they have a sentence in each language. */
const KNOWN = {
  bad_origin: 'errors:bad_origin',
  conflict: 'errors:conflict',
  images_not_found: 'errors:images_not_found',
  internal: 'errors:internal',
  network: 'errors:network',
  not_authenticated: 'errors:not_authenticated',
  role_too_low: 'errors:role_too_low',
} as const

/** A sentence for a person: ours where there is one, else the server's, which names the thing. */
export function describeError(error: unknown, t: Translate): { message: string; code: string } {
  if (!(error instanceof WorkflowsApiError))
    return { message: t('errors:internal'), code: 'unknown' }
  const { code } = error
  const known = code in KNOWN ? KNOWN[code as keyof typeof KNOWN] : null
  const details = error.issues.map(({ message }) => message)
  return { message: known ? t(known) : (details[0] ?? error.message), code }
}
