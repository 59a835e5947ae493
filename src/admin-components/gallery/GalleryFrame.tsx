'use client'

import {
  Button,
  Gutter,
  Popup,
  PopupList,
  SearchFilter,
  SetStepNav,
  useConfig,
  useRouteTransition,
  useTranslation,
} from '@payloadcms/ui'
import { getTranslation } from '@payloadcms/translations'
import { useEffect, useRef } from 'react'

import type { GalleryFilters, GallerySort } from './types.js'

import { Hydrated } from '../shared/Hydrated/index.js'
import { Icon } from '../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { ImportButton } from './ImportButton.js'
import { SORTS } from './types.js'
import { useGalleryFilters } from './useGalleryFilters.js'
import { ViewLink } from './ViewLink.js'
import '../shared/tokens.css'
import '../shared/filterChips.css'
import './gallery.css'

const SORT_WORDS = {
  '-usageCount': 'gallery:mostUsed',
  '-createdAt': 'gallery:newest',
  name: 'gallery:byName',
} as const satisfies Record<GallerySort, string>

/** Header and search of Payload's own list, around whatever is being loaded. */
export function GalleryFrame({
  collectionSlug,
  filters,
  canCreate,
  newDocumentURL,
  children,
}: {
  collectionSlug: string
  filters: GalleryFilters
  canCreate: boolean
  newDocumentURL: string
  children: React.ReactNode
}) {
  const { t } = useWorkflowsTranslation()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const { isTransitioning } = useRouteTransition()
  const refine = useGalleryFilters()
  const search = useRef<HTMLDivElement>(null)
  useSlashToSearch(search)
  const label = getTranslation(getEntityConfig({ collectionSlug })?.labels.plural ?? '', i18n)
  return (
    <Hydrated className="collection-list workflows-gallery">
      <SetStepNav nav={[{ label }]} />
      <Gutter className="collection-list__wrap">
        <header className="list-header">
          <div className="list-header__content">
            <div className="list-header__title-and-actions">
              <h1 className="list-header__title">{label}</h1>
              {canCreate ? (
                <div className="list-header__title-actions">
                  <Button
                    aria-label={t('gallery:createNamed')}
                    buttonStyle="pill"
                    el="link"
                    size="small"
                    to={newDocumentURL}
                  >
                    {t('gallery:create')}
                  </Button>
                  <ImportButton />
                </div>
              ) : null}
            </div>
          </div>
        </header>
        <div className="workflows-gallery__search" ref={search}>
          <Icon name="search" />
          <SearchFilter
            handleChange={(text) => refine({ search: text || undefined })}
            label={t('gallery:search')}
            searchQueryParam={filters.search}
          />
          <kbd aria-hidden="true" className="workflows-kbd">
            /
          </kbd>
          <Popup
            button={
              <span className="workflows-gallery__sort">
                {t(SORT_WORDS[filters.sort])}
                <Icon name="chevron-down" />
              </span>
            }
            buttonClassName="workflows-gallery__sort-button"
            horizontalAlign="right"
            size="small"
          >
            <PopupList.ButtonGroup>
              {SORTS.map((sort) => (
                <PopupList.Button
                  active={sort === filters.sort}
                  key={sort}
                  onClick={() => refine({ sort })}
                >
                  {t(SORT_WORDS[sort])}
                </PopupList.Button>
              ))}
            </PopupList.ButtonGroup>
          </Popup>
          <ViewLink view="table" />
        </div>
        <div aria-busy={isTransitioning} className="workflows-gallery__results">
          {children}
        </div>
      </Gutter>
    </Hydrated>
  )
}

/** `/` goes to the search, unless one is typing or a dialog is open. */
function useSlashToSearch(search: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      if (!(target instanceof HTMLElement) || target.isContentEditable) return
      if (target.closest('input, textarea, select, [role="dialog"]')) return
      event.preventDefault()
      search.current?.querySelector('input')?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [search])
}
