import type { Variable } from 'liquidjs'

import { MAX_PROMPT_NAMES } from './limits.js'
import { describeLiquidError, promptEngine } from './promptEngine.js'

/** What a prompt reads from outside, or why it is no prompt. Do not change it: answers are kept. */
export interface PromptAnalysis {
  /** Each path once a place. A segment that is computed stands in brackets, as `[index]`. */
  variables: (string | number)[][]
  /** Where each of them stands, 1-based. */
  positions: { line: number; column: number }[]
  error: { message: string; line: number; column: number } | null
}

/** Characters of templates whose analysis is kept: some 1,000 prompts of 2,000 characters. */
const CACHE_CHARACTERS = 2_000_000

/** Analysis costs 40 µs a prompt and a builder validates at every key: oldest first out. */
const cache = new Map<string, PromptAnalysis>()
let cachedCharacters = 0

/** Reads a prompt without rendering it. Names that the prompt itself assigns are left out. */
export function analysePrompt(template: string): PromptAnalysis {
  const known = cache.get(template)
  if (known) return known
  const analysis = analyse(template)
  cache.set(template, analysis)
  cachedCharacters += template.length
  for (const [oldest] of cache) {
    if (cachedCharacters <= CACHE_CHARACTERS) break
    cache.delete(oldest)
    cachedCharacters -= oldest.length
  }
  return analysis
}

function analyse(template: string): PromptAnalysis {
  if (countNames(template) > MAX_PROMPT_NAMES) {
    const message = `its tags hold more than ${MAX_PROMPT_NAMES} names`
    return { variables: [], positions: [], error: { message, line: 1, column: 1 } }
  }
  try {
    const { globals } = promptEngine().parseAndAnalyzeSync(template, undefined, {
      partials: false,
    })
    const found = Object.values(globals).flat()
    return {
      variables: found.map((variable) => variable.segments.map(writeSegment)),
      positions: found.map(({ location: { row, col } }) => ({ line: row, column: col })),
      error: null,
    }
  } catch (error) {
    return { variables: [], positions: [], error: describeLiquidError(error) }
  }
}

function writeSegment(segment: string | number | Variable): string | number {
  return typeof segment === 'object' ? `[${segment.toString()}]` : segment
}

/** Names, filters and keywords inside `{{ }}` and `{% %}`; linear also where tags are never closed. */
function countNames(template: string): number {
  let names = 0
  for (const part of template.split(/\{[{%]/).slice(1)) {
    const end = part.search(/[}%]\}/)
    const inside = end === -1 ? part : part.slice(0, end)
    names += inside.match(/(?<![.\w-])[A-Za-z_]/g)?.length ?? 0
  }
  return names
}
