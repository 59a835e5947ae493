import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import type { ActingUser } from '../../options.js'
import type { HostId } from '../cmsTypes.js'

/** Above it a file is not read into memory; larger than what Payload's own examples allow for uploads. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** An upload's document; which bytes it stands for is in `filename` and an adapter's own fields. */
export type UploadDocument = { id: HostId } & Record<string, unknown>

interface ReadArgs {
  payload: Payload
  user: ActingUser
  collection: string
  doc: UploadDocument
}

/**
 * The bytes of an upload that the user was allowed to read, or null when nothing serves them: from the
 * local folder, else as the site's storage adapter serves them. Never by its address: that would be a
 * way out of the server, and several machines need a storage adapter anyway.
 */
export async function readUpload(args: ReadArgs): Promise<Buffer | null> {
  return (await readLocal(args)) ?? readFromAdapter(args)
}

async function readLocal({ payload, collection, doc }: ReadArgs): Promise<Buffer | null> {
  const upload = payload.collections[collection]?.config.upload
  if (!upload || upload.disableLocalStorage || typeof doc.filename !== 'string') return null
  const folder = path.resolve(upload.staticDir || collection)
  const filePath = path.resolve(folder, doc.filename)
  // The name comes from the database; it must not lead out of the folder.
  if (!filePath.startsWith(folder + path.sep)) return null
  const size = await stat(filePath).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  return size === null || size > MAX_FILE_BYTES ? null : readFile(filePath)
}

/** Storage adapters put a handler on the collection, which Payload's own file route asks as well. */
async function readFromAdapter({
  payload,
  user,
  collection,
  doc,
}: ReadArgs): Promise<Buffer | null> {
  const handlers = payload.collections[collection]?.config.upload?.handlers ?? []
  if (handlers.length === 0 || typeof doc.filename !== 'string') return null
  // An acting user is a user that Payload handed out before; only its type is our own.
  const req = await createLocalReq({ user: user as PayloadRequest['user'] & ActingUser }, payload)
  const prefix = typeof doc.prefix === 'string' ? { prefix: doc.prefix } : {}
  for (const handler of handlers) {
    const params = { collection, filename: doc.filename, ...prefix }
    const response = await handler(req, { doc, params })
    if (response instanceof Response) return readBody(response)
  }
  return null
}

/** Counts while it reads, as a length that a server states need not be true. */
async function readBody(response: Response): Promise<Buffer | null> {
  if (!response.ok || !response.body) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > MAX_FILE_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
