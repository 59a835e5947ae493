import type { File, Payload, PayloadRequest } from 'payload'

import { Forbidden } from 'payload'

import type { ActingUser } from '../../options.js'
import type { HostId } from '../cmsTypes.js'
import type { CmsAction } from './mapPayloadError.js'

import { mapPayloadError } from './mapPayloadError.js'

/** A document of a host's collection; which fields it has is known at run time only. */
export type HostDocument = { id: HostId } & Record<string, unknown>

/**
 * Payload's Local API for writes on a node's behalf: always as the launching user, in the
 * completion's transaction, respecting an editor's lock.
 */
export interface LocalApi {
  create: (args: WriteArgs) => Promise<HostDocument>
  update: (args: WriteArgs & { id: HostId }) => Promise<HostDocument>
  /** Null when it is gone. Throws PermanentNodeError `forbidden` when it is there, but not for this user. */
  find: (args: { collection: string; id: HostId }) => Promise<HostDocument | null>
}

export interface WriteArgs {
  collection: string
  data: Record<string, unknown>
  /** Relaxes validation and saves a draft version; has no effect without drafts. */
  draft: boolean
  file?: File
}

/** The Local API with collections that are known by name only. */
interface UntypedLocalApi {
  create: (args: Record<string, unknown>) => Promise<HostDocument>
  update: (args: Record<string, unknown>) => Promise<HostDocument>
  findByID: (args: Record<string, unknown>) => Promise<HostDocument | null>
}

export function createLocalApi({
  payload,
  req,
  user,
  what,
  origin,
}: {
  payload: Payload
  req: PayloadRequest
  user: ActingUser
  /** For the sentences of errors. */
  what: 'document' | 'image'
  /** Who writes, as `req.context.workflows`, so that a host's hooks can tell and tag it. */
  origin: Record<string, unknown>
}): LocalApi {
  // The host's generated types say which slugs and fields there are; a plugin cannot know them.
  const api = payload as unknown as UntypedLocalApi
  const acting = { req, user, overrideAccess: false, depth: 0, context: { workflows: origin } }

  const say = async <T>(action: CmsAction, collection: string, run: () => Promise<T>) => {
    try {
      return await run()
    } catch (error) {
      // Payload has rolled the transaction back by now; this only words the reason.
      throw mapPayloadError({ error, action, what, collection, user })
    }
  }
  const upload = (file: File | undefined) => (file ? { file, overwriteExistingFiles: true } : {})

  return {
    create: ({ file, ...args }) =>
      say('create', args.collection, () => api.create({ ...acting, ...args, ...upload(file) })),

    update: ({ file, ...args }) =>
      say('update', args.collection, () =>
        api.update({ ...acting, ...args, ...upload(file), overrideLock: false }),
      ),

    find: ({ collection, id }) =>
      say('read', collection, async () => {
        // An error here would roll the transaction back (payload-guide.md 11.3).
        const found = await api.findByID({ ...acting, collection, id, disableErrors: true })
        if (found) return found
        // As the system, because "gone" makes a new document, and "not yours" must not make a second.
        const query = { req, collection, id, depth: 0, disableErrors: true, overrideAccess: true }
        if (await api.findByID(query)) throw new Forbidden()
        return null
      }),
  }
}
