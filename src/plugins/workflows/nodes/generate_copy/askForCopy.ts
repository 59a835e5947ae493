import type { TextRequest } from '../../providers/types.js'
import type { NodeContext } from '../../runtime/nodeContext.js'
import type { Copy } from '../../runtime/prompts/copyAnswer.js'
import type { NodeUsage } from '../defineNode.js'

import { PermanentNodeError } from '../../runtime/errors.js'
import { copyJsonSchema, parseCopyAnswer } from '../../runtime/prompts/copyAnswer.js'
import { repairMessages } from '../../runtime/prompts/copyMessages.js'

/** Doubled when a node sets no limit and the server's own one cut the answer off. */
const ASSUMED_MAX_TOKENS = 2_048

export type CopyRequest = Omit<TextRequest, 'schema'>

export interface CopyAnswer {
  copy: Copy
  /** As the model gave it, to continue the conversation with. */
  raw: string
}

export interface CopyWriter {
  /** Asks once, mends once. Throws PermanentNodeError `answer_invalid` or `answer_truncated`. */
  ask: (step: string, request: CopyRequest) => Promise<CopyAnswer>
  /** What all calls of this job cost so far. */
  usage: () => NodeUsage
}

export function createCopyWriter({
  context,
  provider,
}: {
  context: Pick<NodeContext, 'generateText' | 'log'>
  provider: string | undefined
}): CopyWriter {
  const usage: NodeUsage = { tokensIn: 0, tokensOut: 0, cost: 0, model: null }
  // Raised once for the whole job: what cut off the first answer would cut off the next ones as well.
  let raisedTo: number | null = null

  const callOnce = async (step: string, request: CopyRequest) => {
    const maxTokens = raisedTo ?? request.maxTokens
    const answer = await context.generateText({
      step,
      provider,
      request: { ...request, schema: copyJsonSchema, ...(maxTokens && { maxTokens }) },
    })
    usage.tokensIn += answer.tokensIn
    usage.tokensOut += answer.tokensOut
    usage.cost += answer.cost
    usage.model = answer.model
    const parsed = parseCopyAnswer(answer.text)
    return { raw: answer.text, parsed, isCut: answer.finishReason === 'length' && !parsed.ok }
  }

  const call = async (step: string, request: CopyRequest) => {
    const first = await callOnce(step, request)
    if (!first.isCut) return first
    if (raisedTo === null) {
      raisedTo = (request.maxTokens ?? ASSUMED_MAX_TOKENS) * 2
      context.log('The answer was cut off; asking again with twice the room', {
        step,
        maxTokens: raisedTo,
      })
      const second = await callOnce(`${step}-longer`, request)
      if (!second.isCut) return second
    }
    throw new PermanentNodeError({
      code: 'answer_truncated',
      message: `The model’s answer was cut off at ${raisedTo} tokens. Raise «max tokens» of this node or ask for a shorter text.`,
    })
  }

  const ask = async (step: string, request: CopyRequest): Promise<CopyAnswer> => {
    const first = await call(step, request)
    if (first.parsed.ok) return { copy: first.parsed.copy, raw: first.raw }
    const { problem } = first.parsed
    context.log('The answer could not be read; asking once more', { step, problem })
    const messages = repairMessages({ messages: request.messages, answer: first.raw, problem })
    const repaired = await call(step === 'write' ? 'repair' : `${step}-repair`, {
      ...request,
      messages,
    })
    if (repaired.parsed.ok) return { copy: repaired.parsed.copy, raw: repaired.raw }
    throw new PermanentNodeError({
      code: 'answer_invalid',
      message: `The model answered twice in a form that cannot be used: ${repaired.parsed.problem}. Try another model, or a prompt that asks for less.`,
    })
  }

  return { ask, usage: () => ({ ...usage }) }
}
