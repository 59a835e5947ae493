import type { Some } from './domain.js'

/** How a voice sounds. Sentences hold the same slots as scenes do (domain.ts). */
export interface Tone {
  id: string
  /** Words of a brief that ask for it. */
  words: RegExp
  /** Fragments before a sentence, with their own punctuation. */
  openers: Some<string>
  /** One sentence each: why it is worth it. */
  promises: Some<string>
  /** One sentence each: what to do now. */
  endings: Some<string>
  /** Of something good. */
  adjectives: Some<string>
  greeting: string
  signOff: string
  /** Empty where the voice has none. */
  emoji: readonly string[]
}
