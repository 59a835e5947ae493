'use client'

import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { useCategoryLabel } from './useCategories.js'

/** Categories with how many templates each has under the search; what has none is not offered. */
export function CategoryChips({
  categories,
  current,
  onChoose,
}: {
  categories: readonly { name: string; count: number }[]
  current: string | null
  onChoose: (category: string | null) => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const labelOf = useCategoryLabel()
  const number = new Intl.NumberFormat(locale)
  const total = categories.reduce((sum, { count }) => sum + count, 0)
  const chip = ({ name, label, count }: { name: string | null; label: string; count: number }) => (
    <button
      aria-pressed={name === current}
      className="workflows-filters__chip"
      key={name ?? ''}
      onClick={() => onChoose(name)}
      type="button"
    >
      {label} <span className="workflows-filters__count">{number.format(count)}</span>
    </button>
  )
  return (
    <div aria-label={t('gallery:categories')} className="workflows-filters" role="group">
      {chip({ name: null, label: t('gallery:all'), count: total })}
      {categories
        .filter(({ name, count }) => count > 0 || name === current)
        .map(({ name, count }) => chip({ name, label: labelOf(name), count }))}
    </div>
  )
}
