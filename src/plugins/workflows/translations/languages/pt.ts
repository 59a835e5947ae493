import type { Words } from '../types.js'

import { attachmentWords } from './pt/attachments.js'
import { errorWords } from './pt/errors.js'
import { sharedWords } from './pt/shared.js'
import { statusWords } from './pt/status.js'

export const pt: Words = {
  attachments: attachmentWords,
  errors: errorWords,
  shared: sharedWords,
  status: statusWords,
}
