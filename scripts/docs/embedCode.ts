/**
 * Puts compiled files of the repository into the docs, so that an example in a page is one that typechecks.
 * A page marks the place with `<!-- code: path -->` before a fenced block. `--check` fails when a block is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { inRepository } from '../repository.js'

const BLOCK = /(<!-- code: (\S+) -->\n\n?```ts\n)[\s\S]*?(```)/g

const pages = readdirSync(inRepository('docs')).filter((name) => name.endsWith('.md'))
const stale: string[] = []

for (const page of pages) {
  const file = inRepository('docs', page)
  const text = readFileSync(file, 'utf8')
  const fresh = text.replace(
    BLOCK,
    (_all, head: string, source: string, tail: string) =>
      `${head}${readFileSync(inRepository(source), 'utf8')}${tail}`,
  )
  if (fresh === text) continue
  stale.push(`docs/${page}`)
  if (!process.argv.includes('--check')) writeFileSync(file, fresh)
}

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(
    `Out of date: ${stale.join(', ')}. Run \`npm run generate\` and commit what it changes.`,
  )
  process.exit(1)
}
