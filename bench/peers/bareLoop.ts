import { readFile } from 'node:fs/promises'
import path from 'node:path'

import pLimit from 'p-limit'

import type { Peer, PeerSite, Run, Workload } from './types.js'

import { documentsGraph } from './engine/nodes.js'
import { type EngineSite, startEngineSite } from './engine/site.js'
import { repeatIdle, timed } from './patience.js'

/** What one `payload.create` is given. */
interface Creation {
  collection: string
  data: Record<string, unknown>
  draft?: boolean
  file?: { data: Buffer; mimetype: string; name: string; size: number }
}

/**
 * The bound for anything that stores documents: the same `payload.create` calls, as the same user, at the same
 * concurrency, and nothing else: no prompts, no provider, no state. What to create is read from what the engine
 * made in this database before.
 */
export function createBareLoop(site: PeerSite): Peer {
  let engine: EngineSite
  let creations: Creation[] = []
  let names = 0

  async function measure(workload: Workload): Promise<Run> {
    if (workload.kind !== 'documents') throw new Error('The bare loop only creates documents.')
    const { copies, images, times, concurrency } = workload
    if (creations.length === 0) creations = await readCreations({ engine, copies, images })
    const limit = pLimit(concurrency)
    const req = await engine.req()
    const { user } = req
    const create = (creation: Creation) =>
      limit(() =>
        // Collections of the demo site, by name: the types of a site are generated for its own code.
        (engine.payload.create as (args: object) => Promise<unknown>)({
          ...creation,
          ...(creation.file && {
            file: { ...creation.file, name: `bench-${(names += 1)}-${creation.file.name}` },
          }),
          depth: 0,
          overrideAccess: false,
          user,
        }),
      )
    const once = () => timed(() => Promise.all(creations.map(create)))
    return { jobs: times * creations.length, ...(await repeatIdle(times, once)) }
  }

  return {
    setUp: async () => {
      engine = await startEngineSite(site)
    },
    run: measure,
    tearDown: () => engine.close(),
  }
}

async function readCreations({
  engine,
  copies,
  images,
}: {
  engine: EngineSite
  copies: number
  images: number
}): Promise<Creation[]> {
  await engine.work(4)
  // Preparing launches once.
  await engine.prepare(documentsGraph({ copies, images }))
  await engine.work(0)
  const find = (collection: 'documents' | 'media') =>
    engine.payload.find({ collection, depth: 0, limit: 1_000, draft: true })
  const documents = (await find('documents')).docs as unknown as Record<string, unknown>[]
  const media = (await find('media')).docs as unknown as Record<string, unknown>[]
  if (documents.length !== copies || media.length !== images) {
    throw new Error(`Made ${documents.length} documents and ${media.length} images.`)
  }
  return [
    ...documents.map(({ id: _id, createdAt: _made, updatedAt: _changed, ...data }) => ({
      collection: 'documents',
      data,
      draft: true,
    })),
    ...(await Promise.all(media.map((image) => imageCreation(engine, image)))),
  ]
}

async function imageCreation(
  engine: EngineSite,
  { alt, caption, workspace, project, filename, mimeType }: Record<string, unknown>,
): Promise<Creation> {
  const data = await readFile(path.join(engine.dataDir, 'media', String(filename)))
  return {
    collection: 'media',
    data: { alt, caption, workspace, project },
    file: { data, mimetype: String(mimeType), name: String(filename), size: data.length },
  }
}
