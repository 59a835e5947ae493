import { cycle } from '../random.js'
import type { Scene, Some } from './domain.js'
import { anything } from './domains/anything.js'
import { upperFirst } from './nounPhrase.js'
import type { Brief } from './readBrief.js'

/** What one item is written from, before it takes a form. */
export interface Draft {
  brief: Brief
  title: string
  hook: string
  /** Item number `slot` of a list: other items and other rewrites get another one. */
  pick: (list: Some<string>, slot?: number) => string
  /** The title and hook of the scene `steps` further on. */
  neighbour: (steps: number) => { title: string; hook: string }
  /** Slot 0: a fact of the context documents while there are some. Others: everyday life. */
  detail: (slot: number) => string
  /** Rounds through the scenes before this item: 0 for the first twelve of a node. */
  lap: number
}

/** Behind titles once all scenes are used, so that a hundred items still have a hundred titles. */
const ENDINGS: Some<string> = [
  '',
  ', once more',
  ', with company',
  ', every season',
  ', after hours',
  ', by request',
  ', for a change',
  ', next door',
  ', in the rain',
]

/** A fact that stands in every text of a campaign reads like a mistake. */
const ITEMS_PER_FACT = 4

/**
 * Walks through the scenes by the item's position, not by chance: twelve items have twelve scenes. The
 * seed only chooses among what belongs to that scene, so a rewrite differs and still meets no sibling.
 */
export function startDraft({ brief, index }: { brief: Brief; index: number }): Draft {
  const { domain, position, variant } = brief
  const sources: Some<Some<Scene>> =
    domain === anything ? [anything.scenes] : [domain.scenes, anything.scenes]
  const lap = Math.floor(index / domain.scenes.length)
  const scenes = cycle(sources, lap)
  const ending = cycle(ENDINGS, Math.floor(lap / sources.length))
  const pick: Draft['pick'] = (list, slot = 0) =>
    // 7 is prime to the lengths of most lists and keeps the slots of one text apart.
    fill({ text: cycle(list, position + lap + variant + slot * 7), brief })
  const read = (scene: Scene) => ({
    title: fill({ text: variant % 2 ? scene[1] : scene[0], brief }),
    hook: fill({ text: (variant >> 1) % 2 ? scene[3] : scene[2], brief }),
  })
  const { title, hook } = read(cycle(scenes, position))
  const [fact, ...facts] = brief.facts
  return {
    brief,
    lap,
    title: ending ? title.replace(/[.?!]$/, '') + ending : title,
    hook,
    pick,
    neighbour: (steps) => read(cycle(scenes, position + steps)),
    detail: (slot) =>
      fact && slot === 0 && index < brief.facts.length * ITEMS_PER_FACT
        ? cycle([fact, ...facts], index)
        : pick(domain.details, slot),
  }
}

/** Puts the names of the brief into a sentence of the lists. */
export function fill({ text, brief }: { text: string; brief: Brief }): string {
  const values: Record<string, string> = {
    name: brief.name,
    Name: upperFirst(brief.name),
    audience: brief.audience,
    Audience: upperFirst(brief.audience),
  }
  return text.replace(/\{(\w+)\}/g, (slot, key: string) => values[key] ?? slot)
}

/** Names the thing, for texts in which nothing else does. */
const TIES: Some<string> = [
  'Say hello to {name}.',
  'In other words: {name}.',
  'Made for {audience}: {name}.',
  'It has a name: {name}.',
  'That is the idea behind {name}.',
  'All of that with {name}.',
  'Meet {name}.',
  'Ask {audience} about {name}.',
  'Just add {name}.',
  'Leave it to {name}.',
  'With {name}, that is half the fun.',
]

/** The sentences of a text, and one that names the thing if none of them does. */
export function naming({ draft, parts }: { draft: Draft; parts: readonly string[] }): string[] {
  const told = parts.filter(Boolean)
  const named = told.some((part) => part.toLowerCase().includes(draft.brief.name.toLowerCase()))
  return named ? told : [...told.slice(0, 1), draft.pick(TIES), ...told.slice(1)]
}

/** Joins sentences with one space, leaving out empty ones. */
export function sentences(...parts: string[]): string {
  return parts.filter(Boolean).join(' ')
}

/** Joins blocks with an empty line, leaving out empty ones. */
export function paragraphs(...parts: string[]): string {
  return parts.filter(Boolean).join('\n\n')
}
