import type { Words } from '../types.js'

import { activeWords } from './de/active.js'
import { activityWords } from './de/activity.js'
import { attachmentWords } from './de/attachments.js'
import { builderWords } from './de/builder.js'
import { errorWords } from './de/errors.js'
import { executionsWords } from './de/executions.js'
import { flowWords } from './de/flow.js'
import { frameWords } from './de/frame.js'
import { galleryWords } from './de/gallery.js'
import { launchWords } from './de/launch.js'
import { mailWords } from './de/mail.js'
import { monitorWords } from './de/monitor.js'
import { panelWords } from './de/panel.js'
import { previewWords } from './de/preview.js'
import { provenanceWords } from './de/provenance.js'
import { reviewWords } from './de/review.js'
import { reviewsWords } from './de/reviews.js'
import { sharedWords } from './de/shared.js'
import { statusWords } from './de/status.js'
import { toolbarWords } from './de/toolbar.js'

export const de: Words = {
  active: activeWords,
  activity: activityWords,
  attachments: attachmentWords,
  builder: builderWords,
  errors: errorWords,
  executions: executionsWords,
  flow: flowWords,
  frame: frameWords,
  gallery: galleryWords,
  launch: launchWords,
  mail: mailWords,
  monitor: monitorWords,
  panel: panelWords,
  preview: previewWords,
  provenance: provenanceWords,
  review: reviewWords,
  reviews: reviewsWords,
  shared: sharedWords,
  status: statusWords,
  toolbar: toolbarWords,
}
