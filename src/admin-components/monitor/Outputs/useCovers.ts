'use client'

import { useEffect, useState } from 'react'

import type { WorkflowsClient } from '../../../client/createWorkflowsClient.js'
import type { OutputCard } from './outputCards.js'

/** Requests at a time; pages of outputs are short, servers are shared. */
const AT_ONCE = 4
const MOST = 48

/** The primary image of each document, by the card's key. Documents without images are not in it. */
export function useCovers({
  api,
  cards,
  wanted,
}: {
  api: WorkflowsClient
  cards: OutputCard[]
  /** False when nothing in this execution attaches images. */
  wanted: boolean
}): ReadonlyMap<string, string> {
  const [covers, setCovers] = useState<ReadonlyMap<string, string>>(new Map())
  const ids = cards.map(({ key }) => key).join()
  useEffect(() => {
    if (!wanted || !ids) return
    const controller = new AbortController()
    const queue = cards.slice(0, MOST)
    const work = async () => {
      for (let card = queue.shift(); card; card = queue.shift()) {
        const { key, collection, id } = card
        try {
          const list = await api.attachments.list({ collection, id, signal: controller.signal })
          const first = list.attachments.find(({ isPrimary }) => isPrimary) ?? list.attachments[0]
          const url = first?.thumbnailUrl ?? first?.url
          if (url) setCovers((found) => new Map(found).set(key, url))
        } catch {
          // A card without its picture is still a card.
        }
        if (controller.signal.aborted) return
      }
    }
    for (let worker = 0; worker < AT_ONCE; worker++) void work()
    return () => controller.abort()
    // `cards` is made anew at every render; `ids` says whether it changed.
  }, [api, ids, wanted])
  return covers
}
