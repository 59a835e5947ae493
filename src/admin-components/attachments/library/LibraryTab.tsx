'use client'

import { Button, useDebounce } from '@payloadcms/ui'
import { useState } from 'react'

import type { AttachmentsFieldConfig } from '../../../plugins/workflows/fields/attachmentsField.js'
import type { Place } from '../usePlace.js'
import type { Hindrance, LibraryImage } from './libraryImage.js'
import type { LibrarySort } from './libraryQuery.js'
import type { Selection } from './selection.js'

import { EmptyState } from '../../shared/EmptyState/index.js'
import { ErrorState } from '../../shared/ErrorState/index.js'
import { describeError } from '../../shared/describeError.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { LibraryControls } from './LibraryControls.js'
import { LibraryGrid } from './LibraryGrid.js'
import { useLibrary } from './useLibrary.js'
import './index.css'

/** The images that the project (or all of its workspace) has already. */
export function LibraryTab({
  config,
  place,
  selection,
  onSelect,
  hindranceOf,
  room,
  onUploadInstead,
}: {
  config: AttachmentsFieldConfig
  place: Place
  selection: Selection
  onSelect: (selection: Selection) => void
  hindranceOf: (image: LibraryImage) => Hindrance | null
  /** How many may be selected in all. */
  room: number
  onUploadInstead: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<LibrarySort>('-createdAt')
  const [wide, setWide] = useState(false)
  const typed = useDebounce(search.trim(), 250)
  const scope = wide || !place.inProject ? place.inWorkspace : place.inProject
  const { images, status, total, hasMore, error, loadMore } = useLibrary({
    media: config.media,
    query: { search: typed, sort, place: scope },
  })
  const isEmpty = status === 'ready' && images.length === 0

  return (
    <div className="workflows-library">
      <LibraryControls
        place={wide || !place.inProject ? t('attachments:theWorkspace') : place.projectName}
        search={search}
        sort={sort}
        total={typed ? null : total}
        wide={place.inProject ? wide : null}
        onSearch={setSearch}
        onSort={setSort}
        onWide={setWide}
      />
      <div className="workflows-library__scroll" data-scroller>
        {isEmpty ? (
          <EmptyState
            action={
              typed ? (
                <Button
                  buttonStyle="secondary"
                  margin={false}
                  onClick={() => setSearch('')}
                  size="small"
                >
                  {t('attachments:clearSearch')}
                </Button>
              ) : (
                <Button
                  buttonStyle="secondary"
                  margin={false}
                  onClick={onUploadInstead}
                  size="small"
                >
                  {t('attachments:uploadInstead')}
                </Button>
              )
            }
            bordered={false}
            icon={typed ? 'search' : 'image'}
            title={
              typed
                ? t('attachments:nothingFound', { search: typed })
                : t('attachments:nothingThere')
            }
          >
            {t(typed ? 'attachments:nothingFoundHint' : 'attachments:nothingThereHint')}
          </EmptyState>
        ) : (
          <LibraryGrid
            hasMore={hasMore && status !== 'failed'}
            hindranceOf={hindranceOf}
            images={images}
            isLoading={status === 'loading'}
            onMore={loadMore}
            onSelect={onSelect}
            room={room}
            selection={selection}
          />
        )}
        {status === 'failed' ? (
          <ErrorState
            code={describeError(error, t).code}
            onRetry={loadMore}
            title={t('attachments:moreFailed')}
          >
            {describeError(error, t).message}
          </ErrorState>
        ) : null}
      </div>
    </div>
  )
}
