import { MAX_RENDERED_CHARACTERS } from './limits.js'
import { toPromptData } from './promptData.js'
import { describeLiquidError, promptEngine } from './promptEngine.js'

export { analysePrompt } from './analysePrompt.js'
export { createPromptEngine } from './promptEngine.js'

/** A prompt that cannot be rendered; trying again with the same values cannot help. */
export class PromptError extends Error {
  readonly code: 'template_render_error' | 'template_limit_exceeded'
  override readonly name = 'PromptError'
  constructor({ code, message }: { code: PromptError['code']; message: string }) {
    super(message)
    this.code = code
  }
}

/**
 * Fills a prompt with values. One pass: what a value holds is never parsed.
 * @throws PromptError
 */
export async function renderPrompt({
  template,
  scope,
}: {
  template: string
  scope: Readonly<Record<string, unknown>>
}): Promise<string> {
  const data = toPromptData(scope)
  try {
    return renderOnce({ template, data })
  } catch (error) {
    if (!isTimeLimit(error)) throw toPromptError(error)
  }
  // The limit is wall time: a process that was stopped meanwhile (SIGSTOP, a long GC) exceeds it too.
  // A second go tells the two apart.
  try {
    return renderOnce({ template, data })
  } catch (error) {
    throw toPromptError(error)
  }
}

/** Sync on purpose: awaiting between tags would count the time of other jobs against the limit. */
function renderOnce({ template, data }: { template: string; data: object }): string {
  const text: unknown = promptEngine().parseAndRenderSync(template, data)
  const rendered = typeof text === 'string' ? text : ''
  if (rendered.length <= MAX_RENDERED_CHARACTERS) return rendered
  throw new PromptError({
    code: 'template_limit_exceeded',
    message: `The prompt came out longer than ${MAX_RENDERED_CHARACTERS.toLocaleString('en-US')} characters. Use less of what came before, for example with “truncate”.`,
  })
}

function isTimeLimit(error: unknown): boolean {
  return error instanceof Error && error.message.includes('template render limit')
}

function toPromptError(error: unknown): PromptError {
  if (error instanceof PromptError) return error
  const { message, line, column } = describeLiquidError(error)
  const isLimit = /limit exceeded|string length/i.test(message)
  return new PromptError({
    code: isLimit ? 'template_limit_exceeded' : 'template_render_error',
    message: isLimit
      ? 'The prompt needs too much time or memory to be filled in. Make it simpler.'
      : `The prompt cannot be filled in (line ${line}, column ${column}): ${message}.`,
  })
}
