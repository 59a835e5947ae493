import { diffWordsWithSpace } from 'diff'

import type { JsonValue } from '../../../plugins/workflows/graph/types.js'
import type { Translate } from '../../shared/useWorkflowsTranslation.js'
import type { SettingChange } from './compareGraphs.js'

/** Shorter texts read better as "was … is …". */
const SHORT = 40
/** Comparing longer ones word by word holds up the page. */
const LONGEST = 40_000

/** What became of one setting: texts word by word, anything else before and after. */
export function SettingWords({
  change: { before, after },
  t,
}: {
  change: SettingChange
  t: Translate
}) {
  const isText = typeof before === 'string' && typeof after === 'string'
  if (isText && Math.max(before.length, after.length) > SHORT) {
    return <Words after={after} before={before} />
  }
  const was = wordsOf(before, t)
  const is = wordsOf(after, t)
  const sentence =
    after === undefined
      ? t('toolbar:diffUnset', { before: was })
      : before === undefined
        ? t('toolbar:diffSet', { after: is })
        : t('toolbar:diffWas', { before: was, after: is })
  return <span dir="auto">{sentence}</span>
}

function Words({ before, after }: { before: string; after: string }) {
  const parts =
    before.length + after.length > LONGEST
      ? [
          { value: before, removed: true, added: false },
          { value: after, removed: false, added: true },
        ]
      : diffWordsWithSpace(before, after)
  return (
    <span className="workflows-changes__words" dir="auto">
      {parts.map(({ value, added, removed }, at) =>
        added ? (
          <ins key={at}>{value}</ins>
        ) : removed ? (
          <del key={at}>{value}</del>
        ) : (
          <span key={at}>{value}</span>
        ),
      )}
    </span>
  )
}

/** As a person would write it down. */
function wordsOf(value: JsonValue | undefined, t: Translate): string {
  if (value === undefined || value === null || value === '') return t('toolbar:diffEmpty')
  if (Array.isArray(value)) {
    return value.length === 0
      ? t('toolbar:diffEmpty')
      : value.map((one) => wordsOf(one, t)).join('; ')
  }
  if (typeof value === 'object')
    return Object.values(value)
      .map((one) => wordsOf(one, t))
      .join(' ')
  return String(value)
}
