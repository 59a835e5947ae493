import type { OutputItem } from '../defineNode.js'
import type { AttachStrategy, AttachToDocumentConfig } from './spec.js'

import { wordsOf } from '../../runtime/context/words.js'

export type AttachMatch = AttachToDocumentConfig['matchBy']

/** Indexes into the copies and the images; an image may belong to several copies. */
export interface Pair {
  copyIndex: number
  imageIndex: number
}

interface Planned {
  strategy: AttachStrategy
  matchBy: AttachMatch
  copies: OutputItem[]
  images: OutputItem[]
  /** Images one document takes at most; what is over is left out. */
  perDocument?: number
}

/**
 * Which image goes to which copy. one_to_one and round_robin give a copy one image and differ in
 * whether an image may be used again; there `matchBy` chooses the image. The other strategies leave
 * nothing to choose: the first image to every copy, every image to the first copy, all to all.
 */
export function planPairs({
  strategy,
  matchBy,
  copies,
  images,
  perDocument = 20,
}: Planned): Pair[] {
  if (copies.length === 0 || images.length === 0) return []
  const perCopy = images.slice(0, perDocument).map((_, imageIndex) => imageIndex)
  switch (strategy) {
    case 'one_to_many':
      return copies.map((_, copyIndex) => ({ copyIndex, imageIndex: 0 }))
    case 'many_to_one':
      return perCopy.map((imageIndex) => ({ copyIndex: 0, imageIndex }))
    case 'all_to_all':
      return copies.flatMap((_, copyIndex) =>
        perCopy.map((imageIndex) => ({ copyIndex, imageIndex })),
      )
    case 'one_to_one':
      return oneEach({ matchBy, copies, images, uses: 1 })
    case 'round_robin':
      // Each image as often as any other, or once more where the numbers do not divide.
      return oneEach({ matchBy, copies, images, uses: Math.ceil(copies.length / images.length) })
  }
}

/** Whether `matchBy: 'id'` has anything to go by; else the planner pairs by position. */
export function haveCopyLinks(copies: OutputItem[], images: OutputItem[]): boolean {
  return linkedPairs(copies, images).length > 0
}

interface OneEach {
  matchBy: AttachMatch
  copies: OutputItem[]
  images: OutputItem[]
  /** How many copies one image may serve. */
  uses: number
}

/** Takes the best pairs first, then fills up by position, so that no copy goes without for want of a match. */
function oneEach({ matchBy, copies, images, uses }: OneEach): Pair[] {
  const wanted = { position: () => [], id: linkedPairs, content: similarPairs }[matchBy]
  const imageOf = new Map<number, number>()
  const used = new Array<number>(images.length).fill(0)
  const take = ({ copyIndex, imageIndex }: Pair) => {
    if (imageOf.has(copyIndex) || (used[imageIndex] ?? uses) >= uses) return
    imageOf.set(copyIndex, imageIndex)
    used[imageIndex] = (used[imageIndex] ?? 0) + 1
  }
  wanted(copies, images).forEach(take)
  copies.forEach((_, copyIndex) => {
    if (imageOf.has(copyIndex)) return
    const inTurn = copyIndex % images.length
    const isFree = (used[inTurn] ?? uses) < uses && (uses > 1 || copyIndex < images.length)
    const imageIndex = isFree ? inTurn : leastUsed(used)
    take({ copyIndex, imageIndex })
  })
  return [...imageOf]
    .map(([copyIndex, imageIndex]) => ({ copyIndex, imageIndex }))
    .sort((a, b) => a.copyIndex - b.copyIndex)
}

function leastUsed(used: number[]): number {
  return used.indexOf(Math.min(...used))
}

/** The document an image was drawn for says more than its place in a list, which may be another list. */
function linkedPairs(copies: OutputItem[], images: OutputItem[]): Pair[] {
  return images.flatMap((image, imageIndex) => {
    const linked = image.document_id
    const copyIndex =
      linked !== undefined
        ? copies.findIndex(({ document_id }) => String(document_id) === String(linked))
        : typeof image.copy_index === 'number' && image.copy_index < copies.length
          ? image.copy_index
          : -1
    return copyIndex < 0 ? [] : [{ copyIndex, imageIndex }]
  })
}

/** All pairs that share a word, the most alike first. */
function similarPairs(copies: OutputItem[], images: OutputItem[]): Pair[] {
  const copyWords = copies.map(({ title, text }) => significantWords(title, text))
  const imageWords = images.map(({ alt, prompt }) => significantWords(alt, prompt))
  return copyWords
    .flatMap((copy, copyIndex) =>
      imageWords.map((image, imageIndex) => ({
        copyIndex,
        imageIndex,
        score: [...image].filter((word) => copy.has(word)).length / (image.size || 1),
      })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.copyIndex - b.copyIndex || a.imageIndex - b.imageIndex)
}

/** Short words are articles and prepositions in most languages; they would match everything. */
function significantWords(...texts: unknown[]): Set<string> {
  const words = texts.flatMap((text) => (typeof text === 'string' ? wordsOf(text) : []))
  return new Set(words.filter((word) => word.length > 3 || /[^\p{Script=Latin}]/u.test(word)))
}
