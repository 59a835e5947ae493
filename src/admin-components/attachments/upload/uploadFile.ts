import { errorFromAnswer, networkError } from '../../../client/WorkflowsApiError.js'

/** `fetch` cannot tell how much of a body has been sent; XMLHttpRequest can. */
export function uploadFile({
  url,
  file,
  data,
  onProgress,
  signal,
}: {
  url: string
  file: File
  /** Fields of the new document. */
  data: Record<string, unknown>
  /** 0 to 1. */
  onProgress: (part: number) => void
  signal: AbortSignal
}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    // How Payload's REST takes a file together with fields.
    body.append('file', file)
    body.append('_payload', JSON.stringify(data))
    const abort = () => request.abort()
    signal.addEventListener('abort', abort)
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total)
    request.onloadend = () => signal.removeEventListener('abort', abort)
    request.onabort = () => reject(signal.reason as Error)
    request.onerror = () => reject(networkError())
    request.onload = () => {
      const answer = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(answer)
      else reject(errorFromAnswer(request.status, answer))
    }
    request.open('POST', url)
    request.withCredentials = true
    request.setRequestHeader('Accept', 'application/json')
    if (signal.aborted) return reject(signal.reason as Error)
    request.send(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
