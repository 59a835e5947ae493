import type { Translate } from '../shared/useWorkflowsTranslation.js'

/** What pure code needs to speak. */
export interface Words {
  t: Translate
  locale: string
}
