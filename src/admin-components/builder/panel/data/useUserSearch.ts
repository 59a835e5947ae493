'use client'

import { useEffect, useState } from 'react'

import { useWorkflowsApi } from '../../../shared/useWorkflowsApi.js'

const PAUSE_MS = 200
/** As many as the list shows without getting long; a search narrows it. */
const SHOWN = 8

export interface FoundUser {
  id: string
  name: string
  email: string
}

interface Page {
  docs: Record<string, unknown>[]
}

/** People of the users collection by name or address; whom one may find, its access rules say. */
export function useUserSearch({
  collection,
  titleField,
  search,
}: {
  collection: string
  titleField: string
  search: string
}): FoundUser[] | null {
  const api = useWorkflowsApi()
  const [users, setUsers] = useState<FoundUser[] | null>(null)
  useEffect(() => {
    if (collection === '') return
    const controller = new AbortController()
    const words = search.trim()
    const by = (field: string) => ({ [field]: { contains: words } })
    const fields = titleField === 'id' || titleField === 'email' ? ['email'] : [titleField, 'email']
    const timer = setTimeout(
      () => {
        api
          .request<Page>({
            path: `/${collection}`,
            query: {
              depth: 0,
              limit: SHOWN,
              select: { [titleField]: true, email: true },
              ...(words && { where: { or: fields.map(by) } }),
            },
            signal: controller.signal,
          })
          .then(({ docs }) => setUsers(docs.map((doc) => readUser(doc, titleField))))
          // The list then says that nobody was found; everything else goes on.
          .catch(() => undefined)
      },
      words ? PAUSE_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [api, collection, titleField, search])
  return users
}

function readUser(doc: Record<string, unknown>, titleField: string): FoundUser {
  const id = String(doc.id)
  const email = typeof doc.email === 'string' ? doc.email : ''
  const title = doc[titleField]
  return { id, email, name: typeof title === 'string' && title ? title : email || id }
}
