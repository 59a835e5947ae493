import { cycle } from '../random.js'
import { CLOSINGS, LIST_HEADINGS, SECTIONS, type Section } from './blogSections.js'
import type { Some } from './domain.js'
import { fill, paragraphs, sentences, type Draft } from './draft.js'
import { upperFirst } from './nounPhrase.js'
import type { Written } from './writeDemoText.js'

/**
 * A perfect difference set: moved along thirteen sections, any two positions have exactly one section in
 * common. So even ten posts about one topic are mostly different text.
 */
const DIFFERENCE_SET = [0, 1, 3, 9] as const

/** Behind the scene's title, what the post is about. `{Name}` and others as in domain.ts. */
const SUBTITLES: Some<string> = [
  'a field guide to {name}',
  'notes on {name}',
  'what {audience} ask about {name}',
  '{name}, seen from {moment}',
  'a calmer way with {name}',
  'living with {name}',
  'an honest look at {name}',
]

/** 350 to 600 words of Markdown: introduction, four sections, a list, an ending. */
export function writeBlogPost(draft: Draft): Written {
  const { brief } = draft
  const { tone, domain } = brief
  const moment = draft.pick(domain.moments)
  const read = (text: string, steps: number) =>
    fill({
      text: text
        .replace('{moment}', moment)
        .replace('{hook}', draft.neighbour(steps).hook)
        .replace('{detail}', draft.detail(steps)),
      brief,
    })
  const sections = chooseSections(draft).map(([heading, text], at) =>
    paragraphs(`## ${heading}`, read(text, at * 2 + 2)),
  )
  // Odd ones: the sections use the even ones.
  const points = [1, 3, 5, 7].map((slot) => `- ${draft.detail(slot)}`)
  const intro = paragraphs(
    sentences(
      draft.hook,
      `${upperFirst(cycle([tone.adjectives[0], ...tone.adjectives], brief.position))} ideas often look like this: small, close at hand and easy to overlook.`,
      `This post is about ${brief.name}, about ${moment}, and about ${brief.audience}.`,
    ),
    brief.message,
  )
  return {
    title: `${draft.title.replace(/[.!]$/, '')}: ${read(draft.pick(SUBTITLES), 1)}`,
    body: paragraphs(
      intro,
      ...sections.slice(0, 2),
      `## ${draft.pick(LIST_HEADINGS)}`,
      [...new Set(points)].join('\n'),
      ...sections.slice(2),
      sentences(
        read(draft.pick(CLOSINGS), 0),
        draft.pick(tone.promises),
        brief.offer,
        brief.call || draft.pick(tone.endings),
      ),
    ),
    mark: true,
  }
}

function chooseSections({ brief, lap }: Draft): Section[] {
  // Doubling gives another difference set, so the second round is no copy of the first.
  const sections = DIFFERENCE_SET.map((step) =>
    cycle(SECTIONS, brief.position + step * (lap % 2 ? 2 : 1)),
  )
  const turn = brief.variant % sections.length
  return [...sections.slice(turn), ...sections.slice(0, turn)]
}
