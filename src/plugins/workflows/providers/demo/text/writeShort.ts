import { cycle } from '../random.js'
import { anything } from './domains/anything.js'
import { naming, sentences, type Draft } from './draft.js'
import { lowerStart } from './nounPhrase.js'
import type { Written } from './writeDemoText.js'

/** Characters most mail programs show of a subject line. */
const MAX_SUBJECT_CHARS = 60

/** A title and one sentence, for the place a landing page begins with. */
export function writeHeadline(draft: Draft): Written {
  return { title: draft.title, body: draft.hook, mark: false }
}

/** A subject line; the body is the preview text that stands behind it in the inbox. */
export function writeSubject(draft: Draft): Written {
  const { brief, title } = draft
  const forms = [
    title,
    `${draft.pick(brief.tone.openers)} ${lowerStart({ sentence: title, name: brief.name })}`,
    title,
    brief.offer ? `${title} (${brief.offer.replace(/[.!?]$/, '')})` : title,
  ]
  const wanted = forms[(brief.position + brief.variant) % forms.length] ?? title
  const emoji = brief.tone.emoji[brief.position % brief.tone.emoji.length]
  const subject = emoji && brief.position % 3 === 0 ? `${wanted} ${emoji}` : wanted
  return {
    title: subject.length <= MAX_SUBJECT_CHARS ? subject : title,
    body: sentences(draft.hook, brief.offer),
    mark: false,
  }
}

/** A button and the line beside it. */
export function writeCall(draft: Draft): Written {
  const { brief } = draft
  return {
    // By position alone, as titles are: two buttons of one node never read the same.
    title: cycle(((draft.lap + brief.variant) % 2 ? anything : brief.domain).calls, brief.position),
    body: sentences(draft.hook, brief.offer),
    mark: false,
  }
}

/** At most about 250 characters with its hashtags. */
export function writeSnippet(draft: Draft): Written {
  const { brief } = draft
  const emoji = brief.tone.emoji[brief.position % Math.max(1, brief.tone.emoji.length)] ?? ''
  const tags = [0, 1].map((slot) => `#${draft.pick(brief.domain.hashtags, slot)}`)
  return {
    title: draft.title,
    body: sentences(
      ...naming({
        draft,
        parts: [draft.hook, brief.position % 2 ? draft.pick(brief.tone.promises) : draft.detail(0)],
      }),
      emoji,
      [...new Set(tags)].join(' '),
    ),
    mark: false,
  }
}
