'use client'

import { Button, Pagination } from '@payloadcms/ui'
import { lazy, Suspense, useState } from 'react'

import type { GalleryPage } from './readCards.server.js'
import type { GalleryFilters } from './types.js'

import { EmptyState } from '../shared/EmptyState/index.js'
import { ErrorBoundary } from '../shared/ErrorBoundary/index.js'
import { LiveRegion } from '../shared/LiveRegion/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { CategoryChips } from './CategoryChips.js'
import { TemplateCard } from './TemplateCard.js'
import { PAGE_SIZE } from './types.js'
import { useGalleryFilters } from './useGalleryFilters.js'

const PreviewDialog = lazy(() =>
  import('../preview/PreviewDialog.js').then((module) => ({ default: module.PreviewDialog })),
)

/** Chips, cards and pages, and the preview of the card that is looked at. */
export function GalleryResults({
  cards,
  total,
  categories,
  filters,
}: GalleryPage & { filters: GalleryFilters }) {
  const { t } = useWorkflowsTranslation()
  const refine = useGalleryFilters()
  const [previewed, setPreviewed] = useState<number | null>(null)
  const card = previewed === null ? undefined : cards[previewed]
  const pages = Math.ceil(total / PAGE_SIZE)
  return (
    <>
      <LiveRegion text={t('gallery:found', { count: total })} />
      <CategoryChips
        categories={categories}
        current={filters.category}
        onChoose={(category) => refine({ category })}
      />
      {cards.length > 0 ? (
        <ul className="workflows-gallery__grid">
          {cards.map((template, index) => (
            <TemplateCard
              key={String(template.id)}
              onPreview={() => setPreviewed(index)}
              template={template}
            />
          ))}
        </ul>
      ) : (
        <Nothing filters={filters} />
      )}
      {pages > 1 ? (
        <Pagination
          hasNextPage={filters.page < pages}
          hasPrevPage={filters.page > 1}
          limit={PAGE_SIZE}
          nextPage={filters.page + 1}
          numberOfNeighbors={1}
          onChange={(page) => refine({ page })}
          page={filters.page}
          prevPage={filters.page - 1}
          totalPages={pages}
        />
      ) : null}
      {card ? (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <PreviewDialog
              card={card}
              onClose={() => setPreviewed(null)}
              onNext={cards[(previewed ?? 0) + 1] ? () => setPreviewed((previewed ?? 0) + 1) : null}
              onPrevious={previewed ? () => setPreviewed(previewed - 1) : null}
            />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </>
  )
}

function Nothing({ filters }: { filters: GalleryFilters }) {
  const { t } = useWorkflowsTranslation()
  const refine = useGalleryFilters()
  const isFiltered = filters.search !== '' || filters.category !== null
  return (
    <EmptyState
      action={
        isFiltered ? (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => refine({ search: undefined, category: null })}
          >
            {t('gallery:clear')}
          </Button>
        ) : undefined
      }
      icon={isFiltered ? 'search' : 'flow'}
      title={
        filters.search
          ? t('gallery:nothingFound', { search: filters.search })
          : t('gallery:nothingHere')
      }
    >
      {isFiltered ? t('gallery:nothingFoundHint') : t('gallery:nothingHereHint')}
    </EmptyState>
  )
}
