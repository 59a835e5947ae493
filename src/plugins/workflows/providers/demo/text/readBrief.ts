import { hashText } from '../random.js'
import type { DemoHints } from '../../types.js'
import type { Domain } from './domain.js'
import { findFacts } from './findFacts.js'
import { findDomain, findTone } from './findVoice.js'
import { asNoun, asPeople, coreOf, splitAudience, upperFirst, withoutEvent } from './nounPhrase.js'
import type { Tone } from './tone.js'

/** What the demo writer understood of a request. */
export interface Brief {
  /** The thing inside a sentence, e.g. `the electric bike`. Never empty. */
  name: string
  /** What the text is about, as the launcher wrote it, without articles. */
  topic: string
  audience: string
  tone: Tone
  domain: Domain
  /** A sentence, or ''. */
  offer: string
  /** A sentence, or ''. */
  message: string
  /** A sentence, or ''. */
  call: string
  brand: string
  /** Sentences from the context documents that sound like facts. */
  facts: string[]
  /** Where this item stands: every item of a node has its own number, whatever its seed is. */
  position: number
  /** Differs from rewrite to rewrite. */
  variant: number
}

const PARAMS = {
  product: ['product', 'productname', 'service', 'item', 'offering', 'solution', 'feature'],
  topic: ['topic', 'subject', 'theme', 'title', 'campaign', 'about', 'campaignname', 'event'],
  audience: ['audience', 'targetaudience', 'target', 'persona', 'customers', 'readers', 'segment'],
  tone: ['tone', 'toneofvoice', 'voice', 'brandvoice', 'mood', 'style', 'writingstyle'],
  offer: ['offer', 'discount', 'promotion', 'deal', 'promo', 'price', 'incentive'],
  message: ['keymessage', 'message', 'usp', 'keybenefit', 'benefit', 'valueproposition', 'promise'],
  call: ['cta', 'calltoaction', 'action'],
  brand: ['brand', 'brandname', 'company', 'companyname', 'business', 'client'],
} as const

/** Reads params in any naming (`key_message`, `keyMessage`, `Key message`), then the prompt and the context. */
export function readBrief({ hints, seed }: { hints: DemoHints; seed: string }): Brief {
  const params = readParams(hints.params)
  const wanted = params.topic || params.product || topicOfPrompt(hints)
  const topic = coreOf(wanted)
  const brand = params.brand || brandOfContext(hints)
  const { thing, people } = splitAudience(
    withoutEvent(coreOf(params.product)) || withoutEvent(topic) || coreOf(brand) || topic,
  )
  const domain = findDomain([
    thing,
    splitAudience(`${params.product} ${params.topic}`).thing,
    [params.message, ...hints.context.map(({ title }) => title)].join(' '),
    hints.prompt,
    hints.context.map(({ text }) => text).join(' '),
  ])
  const name = thing ? asNoun(thing) : 'this idea'
  return {
    name,
    topic: topic || name,
    audience: asPeople(params.audience) || asPeople(people) || domain.audience,
    // A prompt says "in a friendly tone" where there is no param for it.
    tone: findTone(params.tone || (/(\S+ ){0,4}(tone|voice)\b/i.exec(hints.prompt)?.[0] ?? '')),
    domain,
    offer: asSentence(params.offer),
    message: asSentence(params.message),
    call: asSentence(params.call),
    brand: coreOf(brand),
    facts: findFacts({ context: hints.context, name: thing }),
    // Of what all items of a node share: prompts and seeds may differ from item to item.
    position: startOf({ hints, seed }) + hints.index,
    variant: hashText(`${seed}|${hints.seed}`) % 5040,
  }
}

/** Where the first item of a node begins, below 1000. */
export function startOf({ hints, seed }: { hints: DemoHints; seed: string }): number {
  return hashText(`${hints.nodeLabel}|${JSON.stringify(hints.params)}|${seed}`) % 1000
}

function readParams(params: Record<string, unknown>): Record<keyof typeof PARAMS, string> {
  const entries = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'string' && value.trim()
      ? [{ key: key.toLowerCase().replace(/[^a-z]/g, ''), value: value.trim() }]
      : [],
  )
  const read = (names: readonly string[]) =>
    names.map((name) => entries.find(({ key }) => key === name)?.value).find(Boolean) ??
    entries.find(({ key }) => names.some((name) => key.includes(name)))?.value ??
    ''
  return {
    product: read(PARAMS.product),
    topic: read(PARAMS.topic),
    audience: read(PARAMS.audience),
    tone: read(PARAMS.tone),
    offer: read(PARAMS.offer),
    message: read(PARAMS.message),
    call: read(PARAMS.call),
    brand: read(PARAMS.brand),
  }
}

/** Says what is written, or for where, not about what. */
const NO_TOPIC =
  /\b(ads?|posts?|captions?|blog|instagram|facebook|e?-?mails?|newsletter|audience|each|this|that|following|readers?|images?)\b/i

/** What stands in quotation marks, or after `about`, or `for`; else the first context document's title. */
function topicOfPrompt({ prompt, context }: DemoHints): string {
  const found = [/["“]([^"”\n]{3,60})["”]/g, /\babout ([^.\n;]{3,80})/gi, /\bfor ([^.\n;]{3,80})/gi]
    .flatMap((pattern) => [...prompt.matchAll(pattern)].map(([, words = '']) => words))
    .find((words) => !NO_TOPIC.test(words))
  return found ?? context[0]?.title ?? ''
}

/** `Acme brand guidelines` speaks of Acme. */
function brandOfContext({ context }: DemoHints): string {
  const pattern =
    /^(.{2,40}?)['’]?s? (brand|product|style|company|tone|writing|editorial|facts?|fact sheet|brief|handbook|guide)/i
  return context.map(({ title }) => pattern.exec(title)?.[1]).find(Boolean) ?? ''
}

function asSentence(text: string): string {
  const sentence = upperFirst(text.replace(/\s+/g, ' ').trim())
  return !sentence || /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}
