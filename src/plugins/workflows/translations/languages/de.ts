import type { Words } from '../types.js'

import { activeWords } from './de/active.js'
import { activityWords } from './de/activity.js'
import { attachmentWords } from './de/attachments.js'
import { errorWords } from './de/errors.js'
import { flowWords } from './de/flow.js'
import { galleryWords } from './de/gallery.js'
import { launchWords } from './de/launch.js'
import { monitorWords } from './de/monitor.js'
import { previewWords } from './de/preview.js'
import { reviewWords } from './de/review.js'
import { sharedWords } from './de/shared.js'
import { statusWords } from './de/status.js'

export const de: Words = {
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
