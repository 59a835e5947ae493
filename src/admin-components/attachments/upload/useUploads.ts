'use client'

import { useConfig, useLocale } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { Id } from '../../../client/types.js'
import type { AttachmentsFieldConfig } from '../../../plugins/workflows/fields/attachmentsField.js'
import type { Place } from '../usePlace.js'

import { toQuery } from '../../../client/toQuery.js'
import { imageTypesOf } from '../../../plugins/workflows/fields/imageTypes.js'
import { useApiURL } from '../../shared/useWorkflowsApi.js'
import { altFromFilename } from './altFromFilename.js'
import { judgeFiles, type FileProblem } from './judgeFiles.js'
import { uploadFile } from './uploadFile.js'

interface Upload {
  key: string
  file: File
  alt: string
  /** An object URL, for as long as the upload is listed. */
  preview: string
  state: 'failed' | 'ready' | 'uploaded' | 'uploading'
  /** 0 to 1. */
  part: number
  mediaId: Id | null
  error: unknown
}

export interface JudgedUpload extends Upload {
  problem: FileProblem | null
}

/** Uploads at once: browsers open six connections, and the page needs some of them. */
const AT_ONCE = 3

const keyOf = ({ name, size, lastModified }: File) => `${name}:${size}:${lastModified}`

const toUpload = (file: File): Upload => ({
  key: keyOf(file),
  file,
  alt: altFromFilename(file.name),
  preview: URL.createObjectURL(file),
  state: 'ready',
  part: 0,
  mediaId: null,
  error: null,
})

/** Files that a person wants to attach. Nothing is sent before `send`, so leaving leaves nothing behind. */
export function useUploads({
  config: { media, limits },
  place,
  room,
}: {
  config: AttachmentsFieldConfig
  place: Place
  room: number
}) {
  const { config, getEntityConfig } = useConfig()
  const { code: locale } = useLocale()
  const apiURL = useApiURL()
  const [uploads, setUploads] = useState<Upload[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const previews = useRef(new Set<string>())
  const takenBack = useRef(new Set<string>())

  const { upload } = getEntityConfig({ collectionSlug: media.collection }) ?? {}
  const types = imageTypesOf(upload?.mimeTypes)
  const problems = judgeFiles({
    files: uploads.map(({ file, state }) => ({ file, isUploaded: state === 'uploaded' })),
    room,
    maxBytes: limits.bytes,
    types,
  })
  const judged = uploads.map((known, index): JudgedUpload => ({
    ...known,
    problem: problems[index] ?? null,
  }))

  const update = useCallback((key: string, change: Partial<Upload>) => {
    setUploads((all) => all.map((known) => (known.key === key ? { ...known, ...change } : known)))
  }, [])
  const add = useCallback((files: File[]) => {
    files.forEach((file) => takenBack.current.delete(keyOf(file)))
    setUploads((all) => {
      const known = new Set(all.map(({ key }) => key))
      const fresh = files.filter((file) => !known.has(keyOf(file))).map(toUpload)
      fresh.forEach(({ preview }) => previews.current.add(preview))
      return [...all, ...fresh]
    })
  }, [])
  const remove = useCallback((key: string) => {
    // One that still waits for its turn has nothing to stop.
    takenBack.current.add(key)
    stops.current.get(key)?.abort()
    setUploads((all) => all.filter((known) => known.key !== key))
  }, [])

  useEffect(() => {
    const [running, urls] = [stops.current, previews.current]
    return () => {
      running.forEach((stop) => stop.abort())
      urls.forEach((url) => URL.revokeObjectURL(url))
    }
  }, [])

  /** Null when it failed, undefined when it was taken back meanwhile. */
  const sendOne = async ({ key, file, alt }: Upload): Promise<Id | null | undefined> => {
    const stop = new AbortController()
    stops.current.set(key, stop)
    update(key, { state: 'uploading', part: 0, error: null })
    const query = toQuery({ depth: 0, locale: config.localization ? locale : undefined })
    try {
      const answer = await uploadFile({
        url: `${apiURL}/${media.collection}${query}`,
        file,
        data: { ...place.inWorkspace, ...place.inProject, [media.altField]: alt.trim() },
        onProgress: (part) => update(key, { part }),
        signal: stop.signal,
      })
      const mediaId = (answer as { doc: { id: Id } }).doc.id
      update(key, { state: 'uploaded', part: 1, mediaId })
      return mediaId
    } catch (error) {
      if (stop.signal.aborted) return undefined
      update(key, { state: 'failed', error })
      return null
    } finally {
      stops.current.delete(key)
    }
  }

  /** Sends what can be sent; answers the media ids, in order, and how many failed. */
  const send = async (): Promise<{ ids: Id[]; failed: number }> => {
    const wanted = judged.filter(({ problem }) => problem === null)
    const ids = new Map<string, Id | null | undefined>(
      wanted.map(({ key, mediaId }) => [key, mediaId]),
    )
    const queue = wanted.filter(({ state }) => state !== 'uploaded')
    const work = async () => {
      for (let one = queue.shift(); one; one = queue.shift()) {
        const { key } = one
        ids.set(key, takenBack.current.has(key) ? undefined : await sendOne(one))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    const answers = [...ids.values()]
    return {
      ids: answers.filter((id) => id !== null && id !== undefined),
      failed: answers.filter((id) => id === null).length,
    }
  }
  /** Those that are attached now need no place in the list any more. */
  const forgetUploaded = () => setUploads((all) => all.filter(({ state }) => state !== 'uploaded'))

  return { uploads: judged, types, add, remove, update, send, forgetUploaded }
}

export type Uploads = ReturnType<typeof useUploads>
