import type { Words } from '../types.js'

import { activeWords } from './pt/active.js'
import { activityWords } from './pt/activity.js'
import { attachmentWords } from './pt/attachments.js'
import { builderWords } from './pt/builder.js'
import { errorWords } from './pt/errors.js'
import { executionsWords } from './pt/executions.js'
import { flowWords } from './pt/flow.js'
import { frameWords } from './pt/frame.js'
import { galleryWords } from './pt/gallery.js'
import { launchWords } from './pt/launch.js'
import { mailWords } from './pt/mail.js'
import { monitorWords } from './pt/monitor.js'
import { panelWords } from './pt/panel.js'
import { previewWords } from './pt/preview.js'
import { provenanceWords } from './pt/provenance.js'
import { reviewWords } from './pt/review.js'
import { reviewsWords } from './pt/reviews.js'
import { sharedWords } from './pt/shared.js'
import { statusWords } from './pt/status.js'
import { toolbarWords } from './pt/toolbar.js'

export const pt: Words = {
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
