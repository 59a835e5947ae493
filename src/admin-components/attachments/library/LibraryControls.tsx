'use client'

import type { LibrarySort } from './libraryQuery.js'

import { Icon } from '../../shared/Icon/index.js'
import { Switch } from '../../shared/Switch/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { LIBRARY_SORTS } from './libraryQuery.js'

const SORT_WORDS = {
  '-createdAt': 'attachments:newestFirst',
  createdAt: 'attachments:oldestFirst',
  filename: 'attachments:byName',
} as const

/** Search, where to look, and in which order. */
export function LibraryControls({
  search,
  onSearch,
  sort,
  onSort,
  wide,
  onWide,
  total,
  place,
}: {
  search: string
  onSearch: (search: string) => void
  sort: LibrarySort
  onSort: (sort: LibrarySort) => void
  /** Null where there is no project to leave. */
  wide: boolean | null
  onWide: (wide: boolean) => void
  total: number | null
  place: string | null
}) {
  const { t, locale } = useWorkflowsTranslation()
  const hint =
    total === null || place === null
      ? t('attachments:search')
      : t('attachments:searchIn', { total: new Intl.NumberFormat(locale).format(total), place })
  return (
    <div className="workflows-library__controls">
      <label className="workflows-library__search">
        <Icon name="search" />
        <span className="workflows-sr-only">{t('attachments:search')}</span>
        <input
          autoComplete="off"
          data-autofocus
          onChange={(event) => onSearch(event.target.value)}
          placeholder={hint}
          spellCheck={false}
          type="search"
          value={search}
        />
      </label>
      {wide === null ? null : (
        <Switch checked={wide} label={t('attachments:wholeWorkspace')} onChange={onWide} />
      )}
      <label className="workflows-library__sort">
        <span className="workflows-sr-only">{t('attachments:sort')}</span>
        <select
          onChange={(event) => {
            const chosen = LIBRARY_SORTS.find((known) => known === event.target.value)
            if (chosen) onSort(chosen)
          }}
          value={sort}
        >
          {LIBRARY_SORTS.map((known) => (
            <option key={known} value={known}>
              {t(SORT_WORDS[known])}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </label>
    </div>
  )
}
