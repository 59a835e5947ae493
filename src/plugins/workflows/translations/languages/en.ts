import { activeWords } from './en/active.js'
import { activityWords } from './en/activity.js'
import { attachmentWords } from './en/attachments.js'
import { errorWords } from './en/errors.js'
import { flowWords } from './en/flow.js'
import { galleryWords } from './en/gallery.js'
import { launchWords } from './en/launch.js'
import { monitorWords } from './en/monitor.js'
import { previewWords } from './en/preview.js'
import { reviewWords } from './en/review.js'
import { sharedWords } from './en/shared.js'
import { statusWords } from './en/status.js'

/** The reference: other languages have exactly these keys. */
export const en = {
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
