import { activeWords } from './en/active.js'
import { activityWords } from './en/activity.js'
import { attachmentWords } from './en/attachments.js'
import { builderWords } from './en/builder.js'
import { errorWords } from './en/errors.js'
import { executionsWords } from './en/executions.js'
import { flowWords } from './en/flow.js'
import { frameWords } from './en/frame.js'
import { galleryWords } from './en/gallery.js'
import { launchWords } from './en/launch.js'
import { mailWords } from './en/mail.js'
import { monitorWords } from './en/monitor.js'
import { panelWords } from './en/panel.js'
import { previewWords } from './en/preview.js'
import { provenanceWords } from './en/provenance.js'
import { reviewWords } from './en/review.js'
import { reviewsWords } from './en/reviews.js'
import { sharedWords } from './en/shared.js'
import { statusWords } from './en/status.js'
import { toolbarWords } from './en/toolbar.js'

/** The reference: other languages have exactly these keys. */
export const en = {
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
