import { CaptureTag, Liquid, type Context } from 'liquidjs'

import { MAX_PROMPT_CHARACTERS, RENDER_LIMIT_MS, RENDER_MEMORY_LIMIT } from './limits.js'

/** Tags that load other templates. `templates: {}` leaves them nothing to load; without the tag they say so. */
const LOADING_TAGS = ['include', 'render', 'layout', 'block']

/**
 * Filters we take out. `*_exp` parse text as an expression: a value of theirs would be parsed, and
 * analysis would not see the variables in it. `sample` makes the same job ask for two different things.
 */
const BARRED_FILTERS = [
  'where_exp',
  'reject_exp',
  'group_by_exp',
  'has_exp',
  'find_exp',
  'find_index_exp',
  'sample',
]

/**
 * Liquid counts what filters make, but not what `capture` collects: doubling a text 25 times held
 * 335 MB and a second of CPU (measured with 10.30.1). The library takes tags only as classes.
 */
class LimitedCaptureTag extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context)
    const collected: unknown = Reflect.get(context.bottom(), this.variable)
    context.memoryLimit.use(typeof collected === 'string' ? collected.length : 0)
  }
}

/** Liquid for prompts, hardened as niche-and-parts.md 7.1 says: no files, own properties only, limits. */
export function createPromptEngine(): Liquid {
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    // Without it `{{ x | default: "y" }}` throws for an absent x.
    lenientIf: true,
    parseLimit: MAX_PROMPT_CHARACTERS,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: RENDER_MEMORY_LIMIT,
    outputEscape: writeValue,
  })
  for (const tag of LOADING_TAGS) Reflect.deleteProperty(engine.tags, tag)
  for (const filter of BARRED_FILTERS) Reflect.deleteProperty(engine.filters, filter)
  engine.registerTag('capture', LimitedCaptureTag)
  return engine
}

/** A list or object is more use to a model as JSON than as “[object Object]”. */
function writeValue(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

let shared: Liquid | null = null

/** Parsing keeps no state, so one engine serves all. */
export function promptEngine(): Liquid {
  shared ??= createPromptEngine()
  return shared
}

/** Liquid's message without the position that it appends, and the position by itself. */
export function describeLiquidError(error: unknown): {
  message: string
  line: number
  column: number
} {
  const text = error instanceof Error ? error.message : String(error)
  const position = /, line:(\d+), col:(\d+)$/.exec(text)
  const message = position ? text.slice(0, position.index) : text
  const isDeep = message.includes('call stack')
  return {
    message: isDeep ? 'it is nested too deeply' : message.replace(/\.$/, '').slice(0, 200),
    line: Number(position?.[1] ?? 1),
    column: Number(position?.[2] ?? 1),
  }
}
