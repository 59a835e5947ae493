import type { Requester } from './createRequester.js'
import type { DocumentRef, ProvenanceAnswer } from './types.js'

/** Which workflow made a document or image; `provenance` is null when none did. */
export const provenanceCall =
  (request: Requester) =>
  ({ collection, id, signal }: DocumentRef & { signal?: AbortSignal }): Promise<ProvenanceAnswer> =>
    request({
      path: `/${encodeURIComponent(collection)}/${encodeURIComponent(id)}/provenance`,
      signal,
    })
