import type { PromptFacts } from './promptFacts.js'

import { markPrompt, type ChipPart } from './promptMarks.js'
import { scanPrompt } from './scanPrompt.js'

/** A stretch of a prompt as it is drawn where there is no editor (yet). */
export type PromptPiece =
  | { kind: 'chip'; from: number; chip: ChipPart }
  | { kind: 'text'; from: number; text: string; className: string; title: string }

/** Cuts a prompt wherever its look changes. */
export function cutPrompt({ text, facts }: { text: string; facts: PromptFacts }): PromptPiece[] {
  const { chips, marks } = markPrompt({ text, tokens: scanPrompt(text), facts })
  const chipAt = new Map(chips.map((chip) => [chip.from, chip]))
  const cuts = new Set([0, text.length])
  for (const { from, to } of [...chips, ...marks]) cuts.add(from).add(to)
  const places = [...cuts].toSorted((a, b) => a - b)
  return places.slice(0, -1).flatMap((from, at): PromptPiece[] => {
    const to = places[at + 1] ?? text.length
    const chip = chipAt.get(from)
    if (chip) return [{ kind: 'chip', from, chip }]
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to)
    return [
      {
        kind: 'text',
        from,
        text: text.slice(from, to),
        className: over.map(({ className }) => className).join(' '),
        title: over.find(({ title }) => title !== undefined)?.title ?? '',
      },
    ]
  })
}
