import type { TextRequest } from '../../providers/types.js'
import type { ContextSource } from '../nodeContext.js'

import { sourceParts } from './sourceParts.js'

type Messages = TextRequest['messages']

const FORMAT =
  'Answer with one JSON object {"title": string, "body": string} and nothing else. ' +
  'title is one line of plain text; body is the whole text in Markdown, without the title and without HTML.'

/**
 * System message: only what the workflow's author wrote, and the format. Everything that comes from
 * documents and files is in the user message, as marked data (security.md 5.2, 8).
 */
export function copyMessages({
  prompt,
  systemPrompt,
  sources,
  piece,
}: {
  prompt: string
  systemPrompt: string
  sources: ContextSource[]
  /** Which of how many, when several are written to the same prompt at the same time. */
  piece: { number: number; of: number } | null
}): { system: string; messages: Messages } {
  const task = [prompt, ...(piece ? [differ(piece)] : [])]
  return {
    system: [systemPrompt.trim(), FORMAT].filter(Boolean).join('\n\n'),
    messages: [
      {
        role: 'user',
        content: [...sourceParts(sources), { type: 'text', text: task.join('\n\n') }],
      },
    ],
  }
}

/** Without it, ten equal requests bring much the same answer ten times. */
function differ({ number, of }: { number: number; of: number }): string {
  return `This is piece ${number} of ${of}; the others are written to the same task at the same time. Give it an opening, an angle and a title of its own.`
}

/** Asks once more after an answer that could not be read. */
export function repairMessages({
  messages,
  answer,
  problem,
}: {
  messages: Messages
  answer: string
  problem: string
}): Messages {
  return followUp({
    messages,
    answer,
    say: `That answer cannot be used: ${problem}. Give the same content again. ${FORMAT}`,
  })
}

/**
 * Asks for another version. It shows the model only its own answer: the siblings are being written
 * meanwhile, and a call that is repeated after a crash must be the same request (Idempotency-Key).
 */
export function rewriteMessages({
  messages,
  answer,
}: {
  messages: Messages
  answer: string
}): Messages {
  return followUp({
    messages,
    answer,
    say: `Another piece of this series says nearly the same. Write a clearly different one for the same task: another opening, another angle, another structure and other words, title included. ${FORMAT}`,
  })
}

function followUp(args: { messages: Messages; answer: string; say: string }): Messages {
  return [
    ...args.messages,
    { role: 'assistant', content: [{ type: 'text', text: args.answer }] },
    { role: 'user', content: [{ type: 'text', text: args.say }] },
  ]
}
