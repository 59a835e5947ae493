import type { WaitingReview } from '../../client/types.js'
import type { Translate } from '../shared/useWorkflowsTranslation.js'

import { formatDuration } from '../shared/format/formatDuration.js'

/** A row has two lines for it. */
const MOST_CHARACTERS = 120

/** What is asked, and until when. */
export function describeReview({
  review: { instructions, label, autoAt },
  t,
  locale,
}: {
  review: WaitingReview
  t: Translate
  locale: string
}): string {
  const asked = instructions.trim() || t('active:waitsAt', { node: label })
  const short = asked.length > MOST_CHARACTERS ? `${asked.slice(0, MOST_CHARACTERS - 1)}…` : asked
  if (!autoAt) return short
  const time = formatDuration({ ms: Math.max(0, Date.parse(autoAt) - Date.now()), locale })
  return `${short} · ${t('reviews:autoIn', { time })}`
}
