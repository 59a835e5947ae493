import type { Payload } from 'payload'

import type { ActingUser } from '../../options.js'
import type { SanitizedOptions } from '../../sanitizeOptions.js'
import type { HostId } from '../cmsTypes.js'
import type { ContextSource } from '../nodeContext.js'
import type { ContextReference, FoundDocument } from './findContextDocuments.js'

import { PermanentNodeError } from '../errors.js'
import { findAttachedImages } from './attachedImages.js'
import { findContextDocuments } from './findContextDocuments.js'
import { lexicalToText } from './lexicalToText.js'
import { readReferenceFile, unreadable } from './referenceFile.js'
import { readUpload } from './readUpload.js'
import { cutAtWord } from './words.js'

/** About 10,000 tokens: a long brand book fits, and one source cannot crowd out the others. */
export const MAX_SOURCE_CHARACTERS = 40_000

interface ReadArgs {
  payload: Payload
  /** The launching user: a template is no way to read what its launcher may not. */
  user: ActingUser
  options: Pick<SanitizedOptions, 'documents' | 'media'>
}

/**
 * What a launch gives to the model besides prompts: documents with their attached images, then files.
 * Opens no transaction; call it before one.
 * @throws PermanentNodeError `context_missing`, `context_unreadable`
 */
export async function readContextSources({
  documents,
  referenceFiles,
  maxCharacters = Infinity,
  ...args
}: ReadArgs & {
  documents: readonly ContextReference[]
  referenceFiles: readonly ContextReference[]
  /** Of all sources together; each gets an equal share, at most MAX_SOURCE_CHARACTERS. */
  maxCharacters?: number
}): Promise<ContextSource[]> {
  const { payload, user, options } = args
  const texts = await findContextDocuments({
    payload,
    user,
    references: documents,
    collections: options.documents.map(({ collection }) => collection),
  })
  const files = await findContextDocuments({
    payload,
    user,
    references: referenceFiles,
    collections: uploadCollections({ payload, options }),
  })
  refuseMissing({ what: 'context document', missing: texts.missing })
  refuseMissing({ what: 'reference file', missing: files.missing })

  const share = Math.floor(maxCharacters / Math.max(1, texts.found.length + files.found.length))
  const room = Math.min(MAX_SOURCE_CHARACTERS, share)
  const sources: ContextSource[] = []
  // One after the other: pictures are decoded here, and two large ones at once are a lot of memory.
  for (const found of texts.found) sources.push(await readDocument({ ...args, found, room }))
  for (const found of files.found) sources.push(await readFile({ ...args, found, room }))
  return sources
}

async function readDocument({
  payload,
  user,
  options,
  found: { collection, id, data },
  room,
}: ReadArgs & { found: FoundDocument; room: number }): Promise<ContextSource> {
  const target = options.documents.find((documents) => documents.collection === collection)
  const title = textOf(data[target?.titleField ?? 'title'])
  const body = data[target?.bodyField ?? 'body']
  const text = target?.bodyType === 'richText' ? lexicalToText(body) : textOf(body)
  return {
    kind: 'document',
    id: String(id),
    title,
    text: cutAtWord(text, room),
    images: await findAttachedImages({ payload, user, options, collection, id }),
  }
}

async function readFile({
  payload,
  user,
  found: { collection, id, data },
  room,
}: ReadArgs & { found: FoundDocument; room: number }): Promise<ContextSource> {
  const filename = textOf(data.filename)
  const bytes = await readUpload({ payload, user, collection, doc: data })
  if (!bytes) throw unreadable(filename || String(id), 'its file is not in the storage')
  const { text, images } = await readReferenceFile({
    file: { filename, mimeType: textOf(data.mimeType), bytes },
    sharp: payload.config.sharp,
    maxCharacters: room,
  })
  const cut = cutAtWord(text, room)
  return { kind: 'file', id: String(id), title: filename, text: cut, images }
}

/** The media collection first, then whatever else the site takes uploads in. */
export function uploadCollections({
  payload,
  options,
}: Pick<ReadArgs, 'options' | 'payload'>): string[] {
  const all = Object.values(payload.collections).filter(({ config }) => config.upload)
  return [...new Set([options.media.collection, ...all.map(({ config }) => config.slug)])]
}

function refuseMissing({ what, missing }: { what: string; missing: HostId[] }): void {
  if (missing.length === 0) return
  const many = missing.length > 1
  throw new PermanentNodeError({
    code: 'context_missing',
    message: `The ${what}${many ? 's' : ''} ${missing.join(', ')} ${many ? 'are' : 'is'} gone, or the person who launched this may not read ${many ? 'them' : 'it'} any more.`,
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
