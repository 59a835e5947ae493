import { paragraphs, sentences, type Draft } from './draft.js'
import type { Written } from './writeDemoText.js'

/** 120 to 180 words: greeting, two paragraphs, three points, a call in bold, a signature. */
export function writeEmail(draft: Draft): Written {
  const { brief } = draft
  const { tone, domain } = brief
  const moment = draft.pick(domain.moments)
  const leads = [
    `Think of ${moment}.`,
    `We have been thinking about ${moment}.`,
    `Let us talk about ${moment} for a minute.`,
    `It started with ${moment}.`,
    `There is something about ${moment}.`,
  ] as const
  const bridges = [
    `That is why we are writing to ${brief.audience} today.`,
    `Here is what is new with ${brief.name}, in three lines:`,
    `Three things about ${brief.name} that are worth a minute:`,
    `What you get, without the brochure:`,
    `Before you decide anything, three honest notes:`,
  ] as const
  const call = brief.call || draft.pick(tone.endings)
  return {
    title: draft.title,
    body: paragraphs(
      tone.greeting,
      sentences(draft.pick(leads), draft.hook, draft.pick(tone.promises)),
      sentences(brief.message, draft.neighbour(5).hook, draft.pick(bridges)),
      [0, 1, 2].map((slot) => `- ${draft.detail(slot)}`).join('\n'),
      sentences(`**${call.replace(/[.!]$/, '')}**`, brief.offer && `(${brief.offer.slice(0, -1)})`),
      `${tone.signOff} ${brief.brand ? `the team at ${brief.brand}` : 'your team'}`,
    ),
    mark: true,
  }
}
