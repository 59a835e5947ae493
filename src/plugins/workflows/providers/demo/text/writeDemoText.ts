import type { TextRequest } from '../../types.js'
import { detectKind, type TextKind } from './detectKind.js'
import { paragraphs, startDraft, type Draft } from './draft.js'
import { fillSchema } from './fillSchema.js'
import { readBrief } from './readBrief.js'
import { writeAd } from './writeAd.js'
import { writeBlogPost } from './writeBlogPost.js'
import { writeCaption } from './writeCaption.js'
import { writeEmail } from './writeEmail.js'
import { writeGeneric, writeOutline } from './writeOutline.js'
import { writeCall, writeHeadline, writeSnippet, writeSubject } from './writeShort.js'

/** One written item. */
export interface Written {
  title: string
  /** Markdown. */
  body: string
  /** Long enough to say at its end that it is a demo. */
  mark: boolean
}

const MARK = '*Demo text. No AI was used.*'

const WRITERS: Record<TextKind, (draft: Draft) => Written> = {
  ad: writeAd,
  caption: writeCaption,
  blog: writeBlogPost,
  snippet: writeSnippet,
  subject: writeSubject,
  email: writeEmail,
  headline: writeHeadline,
  call: writeCall,
  outline: writeOutline,
  generic: writeGeneric,
}

/** Kinds of which only the line itself is wanted when no schema asks for more. */
const ONE_LINERS: ReadonlySet<TextKind> = new Set(['subject', 'headline', 'call'])

/**
 * Writes what the hints of a request ask for: JSON when there is a schema, else Markdown with the title
 * as its heading. The same request and `seed` give the same text.
 */
export function writeDemoText({
  request: { hints, schema },
  seed,
}: {
  request: Pick<TextRequest, 'hints' | 'schema'>
  seed: string
}): string {
  const kind = detectKind(hints)
  const brief = readBrief({ hints, seed })
  const draft = startDraft({ brief, index: hints.index })
  const { title, body, mark } = WRITERS[kind](draft)
  const marked = mark ? paragraphs(body, MARK) : body
  if (schema)
    return fillSchema({ schema: schema.jsonSchema, written: { title, body: marked }, draft })
  if (ONE_LINERS.has(kind)) return title
  return kind === 'snippet' ? body : paragraphs(`# ${title}`, marked)
}
