'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useMemo } from 'react'

export interface Links {
  document: (at: { collection: string; id: number | string }) => string
  list: (at: { collection: string; ids: (number | string)[] }) => string
}

/** Most ids that fit into an address. */
const MOST_IDS = 50

/** Addresses in this site's admin. */
export function useLinks(): Links {
  const { config } = useConfig()
  const adminRoute = config.routes.admin
  const { serverURL } = config
  return useMemo(
    () => ({
      document: ({ collection, id }) =>
        formatAdminURL({ adminRoute, path: `/collections/${collection}/${id}`, serverURL }),
      list: ({ collection, ids }) => {
        const where = ids
          .slice(0, MOST_IDS)
          .map((id) => `where[or][0][and][0][id][in][]=${encodeURIComponent(id)}`)
          .join('&')
        return `${formatAdminURL({ adminRoute, path: `/collections/${collection}`, serverURL })}?${where}`
      },
    }),
    [adminRoute, serverURL],
  )
}
