import type { Requester } from './createRequester.js'
import type { AttachmentList, DocumentRef, Id } from './types.js'

type Call = DocumentRef & { signal?: AbortSignal }

/** Images of a document. Every change answers the list as it is then, except `detach`. */
export function attachmentCalls(request: Requester) {
  const at = ({ collection, id }: DocumentRef, rest = '') =>
    `/${encodeURIComponent(collection)}/${encodeURIComponent(id)}/attachments${rest}`
  return {
    list: ({ signal, ...document }: Call): Promise<AttachmentList> =>
      request({ path: at(document), signal }),
    /** All or nothing; images that are attached already are no error. */
    attach: ({
      imageIds,
      setFirstAsPrimary,
      signal,
      ...document
    }: Call & { imageIds: Id[]; setFirstAsPrimary?: boolean }): Promise<AttachmentList> =>
      request({
        method: 'POST',
        path: at(document),
        body: { imageIds, ...(setFirstAsPrimary !== undefined && { setFirstAsPrimary }) },
        signal,
      }),
    /** The image itself stays. */
    detach: ({ imageId, signal, ...document }: Call & { imageId: Id }): Promise<void> =>
      request({ method: 'DELETE', path: at(document, `/${encodeURIComponent(imageId)}`), signal }),
    setPrimary: ({
      imageId,
      signal,
      ...document
    }: Call & { imageId: Id }): Promise<AttachmentList> =>
      request({
        method: 'PUT',
        path: at(document, `/${encodeURIComponent(imageId)}/primary`),
        signal,
      }),
    /** Null or blank takes it away. */
    setCaption: ({
      imageId,
      caption,
      signal,
      ...document
    }: Call & { imageId: Id; caption: string | null }): Promise<AttachmentList> =>
      request({
        method: 'PATCH',
        path: at(document, `/${encodeURIComponent(imageId)}`),
        body: { caption },
        signal,
      }),
    /** Those not named follow as they were. */
    reorder: ({
      imageIds,
      signal,
      ...document
    }: Call & { imageIds: Id[] }): Promise<AttachmentList> =>
      request({ method: 'PUT', path: at(document, '/order'), body: { imageIds }, signal }),
  }
}
