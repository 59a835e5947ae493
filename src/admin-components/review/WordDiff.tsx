'use client'

import { diffWordsWithSpace } from 'diff'
import { useDeferredValue, useMemo } from 'react'

/** Longer texts would hold up typing. */
const LONGEST = 20_000

/** What was changed, word by word: removed words struck out, new ones marked. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const late = useDeferredValue(after)
  const parts = useMemo(
    () => (before.length + late.length > LONGEST ? null : diffWordsWithSpace(before, late)),
    [before, late],
  )
  if (!parts) return null
  return (
    <p className="workflows-diff" dir="auto">
      {parts.map(({ value, added, removed }, at) =>
        added ? (
          <ins key={at}>{value}</ins>
        ) : removed ? (
          <del key={at}>{value}</del>
        ) : (
          <span key={at}>{value}</span>
        ),
      )}
    </p>
  )
}
