import type { Domain } from './domain.js'
import { anything } from './domains/anything.js'
import { food } from './domains/food.js'
import { home } from './domains/home.js'
import { mobility } from './domains/mobility.js'
import { software } from './domains/software.js'
import { style } from './domains/style.js'
import { travel } from './domains/travel.js'
import { wellness } from './domains/wellness.js'
import type { Tone } from './tone.js'
import { confident, luxurious, professional } from './tones/calm.js'
import { friendly, inspirational, playful, urgent } from './tones/lively.js'

export const DOMAINS: readonly Domain[] = [
  mobility,
  food,
  software,
  wellness,
  travel,
  home,
  style,
  anything,
]

export const TONES: readonly Tone[] = [
  professional,
  friendly,
  playful,
  urgent,
  luxurious,
  inspirational,
  confident,
]

/** The walk of life that most words of the first telling text belong to. */
export function findDomain(texts: readonly string[]): Domain {
  for (const text of texts) {
    const hits = DOMAINS.slice(0, -1).map((domain) => ({
      domain,
      count: text.match(new RegExp(domain.words, 'gi'))?.length ?? 0,
    }))
    const best = hits.reduce((most, hit) => (hit.count > most.count ? hit : most))
    if (best.count > 0) return best.domain
  }
  return anything
}

/** The first tone that the words ask for; the confident one when they ask for none. */
export function findTone(words: string): Tone {
  return TONES.find((tone) => tone.words.test(words)) ?? confident
}
