import { analysePrompt } from './analysePrompt.js'

/** Which names a prompt shall read instead. Every name is looked up once: `a → b, b → a` swaps. */
export interface PromptRenames {
  /** Ids of nodes: `nodes.<id>`. */
  nodes?: ReadonlyMap<string, string>
  /** Names of inputs: `<name>` and `params.<name>`. */
  inputs?: ReadonlyMap<string, string>
}

/**
 * The prompt with its references renamed, and nothing else touched: not text outside of tags, not a
 * string that reads the same, not a name that the prompt itself assigns.
 */
export function renameInPrompt({
  template,
  renames,
}: {
  template: string
  renames: PromptRenames
}): string {
  const { positions, variables, error } = analysePrompt(template)
  const places = error ? scanTags(template) : toPlaces({ template, positions })
  const renamed = renameAt({ template, places, renames, qualify: false })
  if (error || renamed === template) return renamed
  // `{{ topic }}` renamed to a name that the prompt assigns to something else would read that.
  const isShadowed = analysePrompt(renamed).variables.length < variables.length
  return isShadowed ? renameAt({ template, places, renames, qualify: true }) : renamed
}

/** `nodes.a`, `nodes["a"]`, `params.a`, `params['a']`, `a`, at the start of the text. */
const REFERENCE =
  /^(?<root>nodes|params)(?:(?<dot>\s*\.\s*)(?<name>[A-Za-z][\w-]*)|(?<open>\s*\[\s*)(?<quote>["'])(?<quoted>[^"']+)\k<quote>)|^(?<bare>[A-Za-z][\w-]*)/
/** Names have 64 characters at most; the rest is spaces. */
const LONGEST_REFERENCE = 300

/** `qualify`: writes an input as `params.<name>`, which nothing in a prompt can shadow. */
function renameAt({
  template,
  places,
  renames,
  qualify,
}: {
  template: string
  places: number[]
  renames: PromptRenames
  qualify: boolean
}): string {
  let renamed = ''
  let done = 0
  for (const start of places) {
    const { groups } = REFERENCE.exec(template.slice(start, start + LONGEST_REFERENCE)) ?? {}
    if (!groups || start < done) continue
    const { root = '', dot, name, open = '', quote = '', quoted, bare } = groups
    const old = name ?? quoted ?? bare ?? ''
    const next = (root === 'nodes' ? renames.nodes : renames.inputs)?.get(old)
    if (next === undefined || next === old) continue
    const opening = bare ? '' : root + (dot ?? open + quote)
    renamed += template.slice(done, start) + (bare && qualify ? 'params.' : opening) + next
    done = start + opening.length + old.length
  }
  return renamed + template.slice(done)
}

/** Where in the template each variable begins. */
function toPlaces({
  template,
  positions,
}: {
  template: string
  positions: { line: number; column: number }[]
}): number[] {
  const lines = [0]
  for (let at = template.indexOf('\n'); at !== -1; at = template.indexOf('\n', at + 1)) {
    lines.push(at + 1)
  }
  return positions
    .map(({ line, column }) => (lines[line - 1] ?? 0) + column - 1)
    .sort((a, b) => a - b)
}

/** For prompts that cannot be parsed yet: names inside tags, outside of strings and behind no dot. */
function scanTags(template: string): number[] {
  const places: number[] = []
  for (const tag of template.matchAll(/\{[{%][^{}]*/g)) {
    for (const part of tag[0].matchAll(/"[^"]*"|'[^']*'|(?<![\w.-])[A-Za-z][\w-]*/g)) {
      if (!/^["']/.test(part[0])) places.push(tag.index + part.index)
    }
  }
  return places
}
