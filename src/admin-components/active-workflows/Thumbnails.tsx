'use client'

import { useEffect, useState } from 'react'

import type { ExecutionDetail } from '../../client/types.js'

import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'

const MOST = 8

/** The first images of an execution that is over. */
export function Thumbnails({ id }: { id: string }) {
  const api = useWorkflowsApi()
  const [media, setMedia] = useState<ExecutionDetail['outputs']['media']>([])
  useEffect(() => {
    const controller = new AbortController()
    void api.executions
      .get({ id, signal: controller.signal })
      .then(({ outputs }) => setMedia(outputs.media.slice(0, MOST)))
      .catch(() => undefined)
    return () => controller.abort()
  }, [api, id])
  if (media.length === 0) return null
  return (
    <div className="workflows-row__images">
      {media.map((image) => (
        <img alt={image.alt} height={44} key={image.id} loading="lazy" src={image.url} width={44} />
      ))}
    </div>
  )
}
