import type { ListViewServerProps } from 'payload'

import { DefaultListView } from '@payloadcms/ui'
import { createLocalReq } from 'payload'
import { Suspense } from 'react'

import type { GalleryFilters } from './types.js'

import { GalleryFrame } from './GalleryFrame.js'
import { GalleryOrList } from './GalleryOrList.js'
import { GalleryResults } from './GalleryResults.js'
import { GallerySkeleton } from './GallerySkeleton.js'
import { readCards, readFilters } from './readCards.server.js'
import { ViewLink } from './ViewLink.js'

/** The list of templates as cards; `?view=table` is Payload's own list. */
export function Gallery(props: ListViewServerProps) {
  const {
    collectionConfig: _collectionConfig,
    data: _data,
    i18n: _i18n,
    limit: _limit,
    listSearchableFields: _listSearchableFields,
    locale: _locale,
    params: _params,
    payload,
    permissions: _permissions,
    searchParams,
    user,
    ...clientProps
  } = props
  if (searchParams?.view === 'table') {
    const link = <ViewLink key="gallery" view="gallery" />
    return (
      <DefaultListView
        {...clientProps}
        beforeActions={[link, ...(clientProps.beforeActions ?? [])]}
      />
    )
  }
  const filters = readFilters(searchParams)
  const { collectionSlug, hasCreatePermission, newDocumentURL } = clientProps
  const gallery = (
    <GalleryFrame
      canCreate={hasCreatePermission}
      collectionSlug={collectionSlug}
      filters={filters}
      newDocumentURL={newDocumentURL}
    >
      <Suspense fallback={<GallerySkeleton />}>
        <Cards filters={filters} payload={payload} user={user} />
      </Suspense>
    </GalleryFrame>
  )
  return <GalleryOrList gallery={gallery} list={<DefaultListView {...clientProps} />} />
}

async function Cards({
  filters,
  payload,
  user,
}: { filters: GalleryFilters } & Pick<ListViewServerProps, 'payload' | 'user'>) {
  const req = await createLocalReq(user ? { user } : {}, payload)
  const page = await readCards({ req, filters })
  return <GalleryResults filters={filters} {...page} />
}
