import { isSafeLink, MARKDOWN_LINK } from './safeLinks.js'

/** Longer than any page a person reads; keeps one answer from filling a Lexical document by itself. */
const MAX_CHARACTERS = 200_000

/**
 * Lexical's Markdown import looks through a line again for every mark in it. Measured: 20,000
 * characters `*a*a…` take 2.6 s, that is 2e8 of marks times length. This much costs about 250 ms.
 */
const MAX_WORK = 2e7

const INLINE_MARKS = /[*_~`[|]/g

/**
 * Markdown from a model, made fit for the importer: pictures and links to where none may lead become
 * their text (the address of a picture would be fetched by whoever looks at it), and lines made of
 * marks lose them.
 */
export function tameMarkdown(markdown: string): string {
  let work = 0
  return markdown
    .slice(0, MAX_CHARACTERS)
    .replace(MARKDOWN_LINK, (link: string, picture: string, text: string, url: string) =>
      picture || !isSafeLink(url) ? text : link,
    )
    .split('\n')
    .map((line) => {
      const marks = line.match(INLINE_MARKS)?.length ?? 0
      const cost = marks * line.length
      if (work + cost > MAX_WORK) return line.replace(INLINE_MARKS, '')
      work += cost
      return line
    })
    .join('\n')
}
