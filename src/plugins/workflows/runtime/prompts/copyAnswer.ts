import { z } from 'zod'

import { wordsOf } from '../context/words.js'

/** One copy as the model writes it; `body` is Markdown. */
export interface Copy {
  title: string
  body: string
}

/** What the model is asked for. Plain, as strict servers refuse lengths and patterns in schemas. */
export const copyJsonSchema = {
  name: 'copy',
  jsonSchema: {
    type: 'object',
    properties: {
      title: { type: 'string', description: 'One line, plain text, at most 120 characters' },
      body: { type: 'string', description: 'The whole text in Markdown, without the title' },
    },
    required: ['title', 'body'],
    additionalProperties: false,
  },
}

const answerSchema = z.object({
  title: z.string().transform(cleanLine).pipe(z.string().min(1, 'must not be empty')),
  body: z.string().transform(cleanText).pipe(z.string().min(1, 'must not be empty')),
})

/** The copy in an answer, or what is wrong with it in words the model can act on. */
export function parseCopyAnswer(
  answer: string,
): { ok: true; copy: Copy } | { ok: false; problem: string } {
  const json = readJson(answer)
  if (!json.ok) return { ok: false, problem: 'it is not one JSON object' }
  const parsed = answerSchema.safeParse(json.value)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    return { ok: false, problem: problems.join('; ') }
  }
  return { ok: true, copy: withoutRepeatedTitle(parsed.data) }
}

/** Servers without structured output wrap JSON into fences or sentences. */
function readJson(answer: string): { ok: true; value: unknown } | { ok: false } {
  const start = answer.indexOf('{')
  const end = answer.lastIndexOf('}')
  if (start < 0 || end < start) return { ok: false }
  try {
    return { ok: true, value: JSON.parse(answer.slice(start, end + 1)) }
  } catch {
    return { ok: false }
  }
}

/** Postgres refuses NUL and halves of surrogate pairs in text and JSON. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/gu, '')
    .trim()
}

function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').replace(/^#+ /, '')
}

/** Many models begin the body with the title as a heading; the document has it already. */
function withoutRepeatedTitle({ title, body }: Copy): Copy {
  const heading = /^#{1,3} ([^\n]*)\n+/.exec(body)
  const isRepeated = heading && wordsOf(heading[1] ?? '').join(' ') === wordsOf(title).join(' ')
  return { title, body: isRepeated ? body.slice(heading[0].length) : body }
}
