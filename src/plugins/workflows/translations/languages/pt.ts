import type { Words } from '../types.js'

import { activeWords } from './pt/active.js'
import { activityWords } from './pt/activity.js'
import { attachmentWords } from './pt/attachments.js'
import { errorWords } from './pt/errors.js'
import { flowWords } from './pt/flow.js'
import { galleryWords } from './pt/gallery.js'
import { launchWords } from './pt/launch.js'
import { monitorWords } from './pt/monitor.js'
import { previewWords } from './pt/preview.js'
import { reviewWords } from './pt/review.js'
import { sharedWords } from './pt/shared.js'
import { statusWords } from './pt/status.js'

export const pt: Words = {
  active: activeWords,
  activity: activityWords,
  attachments: attachmentWords,
  errors: errorWords,
  flow: flowWords,
  gallery: galleryWords,
  launch: launchWords,
  monitor: monitorWords,
  preview: previewWords,
  review: reviewWords,
  shared: sharedWords,
  status: statusWords,
}
