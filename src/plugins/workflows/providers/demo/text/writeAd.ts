import { naming, sentences, type Draft } from './draft.js'
import { lowerStart } from './nounPhrase.js'
import type { Written } from './writeDemoText.js'

/** 25 to 50 words in four shapes, so that ten ads side by side do not breathe alike. */
export function writeAd(draft: Draft): Written {
  const { brief } = draft
  const promise = draft.pick(brief.tone.promises)
  const ending = brief.call || draft.pick(brief.tone.endings, 1)
  const message = brief.position % 3 === 0 ? brief.message : ''
  const opener = draft.pick(brief.tone.openers)
  const shapes = [
    [draft.hook, promise, brief.offer, ending],
    [draft.detail(0), draft.hook, promise, brief.offer || ending],
    [draft.hook, message || promise, draft.detail(0), brief.offer || ending],
    [
      `${opener} ${lowerStart({ sentence: draft.hook, name: brief.name })}`,
      draft.detail(0),
      brief.offer,
      ending,
    ],
  ]
  const parts = shapes[(brief.position + brief.variant) % shapes.length] ?? []
  return { title: draft.title, body: sentences(...naming({ draft, parts })), mark: true }
}
