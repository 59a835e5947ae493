import { attachmentWords } from './en/attachments.js'
import { errorWords } from './en/errors.js'
import { sharedWords } from './en/shared.js'
import { statusWords } from './en/status.js'

/** The reference: other languages have exactly these keys. */
export const en = {
  attachments: attachmentWords,
  errors: errorWords,
  shared: sharedWords,
  status: statusWords,
}
