import { naming, paragraphs, sentences, type Draft } from './draft.js'
import { upperFirst } from './nounPhrase.js'
import type { Written } from './writeDemoText.js'

/** 80 to 130 words: three short paragraphs, a question, hashtags of the domain and of the topic. */
export function writeCaption(draft: Draft): Written {
  const { brief } = draft
  const { domain, tone } = brief
  const moment = draft.pick(domain.moments)
  const [first = '', second = ''] = [0, 1].map(
    (at) => tone.emoji[(brief.position + at) % Math.max(1, tone.emoji.length)] ?? '',
  )
  const questions = [
    `What does ${moment} look like at your place?`,
    `Who would you take along for ${moment}?`,
    `Tell us below: what belongs to ${moment}?`,
    `Which small thing saves ${moment} for you?`,
    `Save this for ${moment}. You will thank yourself.`,
  ] as const
  return {
    title: draft.title,
    body: paragraphs(
      sentences(...naming({ draft, parts: [draft.hook] }), first),
      sentences(draft.detail(0), draft.neighbour(4).hook, draft.pick(tone.promises)),
      sentences(brief.message, draft.detail(1), draft.pick(domain.details, 2)),
      sentences(draft.pick(questions), second),
      sentences(brief.offer, brief.call || draft.pick(tone.endings, 1)),
      hashtags(draft),
    ),
    mark: true,
  }
}

function hashtags({ brief, pick }: Draft): string {
  const own = [brief.topic, brief.brand].map(tagOf)
  const common = [0, 1, 2].map((slot) => pick(brief.domain.hashtags, slot))
  const tags = [...own, ...common].filter((tag) => tag.length > 2)
  return [...new Set(tags)].map((tag) => `#${tag}`).join(' ')
}

function tagOf(text: string): string {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, 4)
    .map(upperFirst)
    .join('')
}
