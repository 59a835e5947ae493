import { naming, paragraphs, sentences, type Draft } from './draft.js'
import type { Written } from './writeDemoText.js'

/** Scenes apart from one another; coprime to 12, so all five are different. */
const STEP = 5

/** Five directions a campaign could take, as a list. */
export function writeOutline(draft: Draft): Written {
  const { brief } = draft
  const angles = [0, 1, 2, 3, 4].map((at) => {
    const { title, hook } = at === 0 ? draft : draft.neighbour(at * STEP)
    return `${at + 1}. **${title}** ${sentences(hook, at % 2 ? draft.detail(at) : '')}`
  })
  return {
    title: draft.title,
    body: paragraphs(
      `For ${brief.audience}, and for ${draft.pick(brief.domain.moments)}:`,
      angles.join('\n'),
      sentences(brief.message, draft.pick(brief.tone.promises), brief.offer),
    ),
    mark: true,
  }
}

/** Two paragraphs, for whatever is not recognised. */
export function writeGeneric(draft: Draft): Written {
  const { brief } = draft
  const { tone, domain } = brief
  return {
    title: draft.title,
    body: paragraphs(
      sentences(
        ...naming({ draft, parts: [draft.hook, draft.detail(0), draft.pick(tone.promises)] }),
      ),
      sentences(
        brief.message || draft.neighbour(4).hook,
        draft.pick(domain.details, 3),
        brief.offer,
        brief.call || draft.pick(tone.endings, 1),
      ),
    ),
    mark: true,
  }
}
