import type { Words } from '../types.js'

import { attachmentWords } from './de/attachments.js'
import { errorWords } from './de/errors.js'
import { sharedWords } from './de/shared.js'
import { statusWords } from './de/status.js'

export const de: Words = {
  attachments: attachmentWords,
  errors: errorWords,
  shared: sharedWords,
  status: statusWords,
}
