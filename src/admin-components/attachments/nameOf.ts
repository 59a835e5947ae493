import type { AttachmentView } from '../../client/types.js'
import type { Translate } from '../shared/useWorkflowsTranslation.js'

/** What an image is called in sentences; one that the reader may not see has only a place. */
export function nameOf({
  image,
  index,
  t,
}: {
  image: Pick<AttachmentView, 'filename'>
  index: number
  t: Translate
}): string {
  return image.filename ?? t('attachments:unnamed', { place: index + 1 })
}
