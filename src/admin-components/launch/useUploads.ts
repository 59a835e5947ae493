'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useRef, useState } from 'react'

import type { Id } from '../../client/types.js'
import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'

import { errorFromAnswer } from '../../client/WorkflowsApiError.js'

/** As the server's schema has it: a launch takes at most so many. */
export const MOST_FILES = 20

export interface UploadedFile {
  key: number
  name: string
  bytes: number
  isImage: boolean
  /** 0 to 1 while it travels. */
  progress: number
  id: Id | null
  error: string | null
}

/** Files on their way to the site's upload collection, each with a state of its own. */
export function useUploads({
  site,
  workspace,
  failed,
}: {
  site: WorkflowsSite
  /** Which workspace they go to; null leaves it to the site. */
  workspace: Id | null
  /** Said when the server gives no reason. */
  failed: string
}) {
  const { config } = useConfig()
  const [files, setFiles] = useState<UploadedFile[]>([])
  const requests = useRef(new Map<number, XMLHttpRequest>())
  const next = useRef(0)
  const url = formatAdminURL({
    apiRoute: config.routes.api,
    path: `/${site.files.collection}`,
    serverURL: config.serverURL,
  })

  const update = useCallback((key: number, changes: Partial<UploadedFile>) => {
    setFiles((known) => known.map((file) => (file.key === key ? { ...file, ...changes } : file)))
  }, [])

  const add = (chosen: Iterable<File>) => {
    const room = MOST_FILES - files.length
    const added = [...chosen].slice(0, room).map((file) => ({ file, key: next.current++ }))
    setFiles((known) => [...known, ...added.map(({ file, key }) => started(file, key))])
    for (const { file, key } of added) {
      const field = site.files.workspaceField
      const data = field && workspace !== null ? { [field]: workspace } : {}
      const request = send({ url, file, data, failed, onChange: (change) => update(key, change) })
      requests.current.set(key, request)
    }
  }
  const remove = (key: number) => {
    requests.current.get(key)?.abort()
    requests.current.delete(key)
    setFiles((known) => known.filter((file) => file.key !== key))
  }
  return { files, add, remove }
}

const started = (file: File, key: number): UploadedFile => ({
  key,
  name: file.name,
  bytes: file.size,
  isImage: file.type.startsWith('image/'),
  progress: 0,
  id: null,
  error: null,
})

/** XMLHttpRequest, because `fetch` does not tell how much was sent. */
function send({
  url,
  file,
  data,
  failed,
  onChange,
}: {
  url: string
  file: File
  data: Record<string, Id>
  failed: string
  onChange: (changes: Partial<UploadedFile>) => void
}): XMLHttpRequest {
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append('file', file)
  body.append('_payload', JSON.stringify(data))
  request.open('POST', url)
  request.withCredentials = true
  request.responseType = 'json'
  request.upload.onprogress = ({ loaded, total }) =>
    onChange({ progress: total > 0 ? loaded / total : 0 })
  request.onerror = () => onChange({ error: failed })
  request.onload = () => {
    const answer: unknown = request.response
    const id = idIn(answer)
    if (request.status < 300 && id !== null) return onChange({ progress: 1, id })
    const { issues, message } = errorFromAnswer(request.status, answer)
    onChange({ error: issues[0]?.message ?? message })
  }
  request.send(body)
  return request
}

function idIn(answer: unknown): Id | null {
  if (!answer || typeof answer !== 'object' || !('doc' in answer)) return null
  const { doc } = answer
  if (!doc || typeof doc !== 'object' || !('id' in doc)) return null
  return typeof doc.id === 'string' || typeof doc.id === 'number' ? doc.id : null
}
