import type { JsonObject } from '../../graph/types.js'
import type { NodeContext } from '../../runtime/nodeContext.js'
import type { NodeHandler, NodeInput } from '../defineNode.js'
import type { CopyAnswer, CopyRequest, CopyWriter } from './askForCopy.js'
import type { GenerateCopyConfig } from './spec.js'

import { isNearDuplicate } from '../../runtime/context/similarity.js'
import { countWords, cutAtWord } from '../../runtime/context/words.js'
import { PermanentNodeError } from '../../runtime/errors.js'
import { copyMessages, rewriteMessages } from '../../runtime/prompts/copyMessages.js'
import { createCopyWriter } from './askForCopy.js'
import { mapFields } from './mapFields.js'

/** What the monitor shows of a prompt; the earlier texts in it are kept with the jobs that wrote them. */
const MAX_KEPT_PROMPT = 20_000

/** Default of `limits.duplicateRewrites`. */
export const DUPLICATE_REWRITES = 2

/** Writes one copy: prompt and context to the model, its JSON checked, near-duplicates written again. */
export function createGenerateCopyHandler({
  duplicateRewrites = DUPLICATE_REWRITES,
}: { duplicateRewrites?: number } = {}): NodeHandler<GenerateCopyConfig> {
  return async (input, context) => {
    const { config } = input
    const { request, sent } = await copyRequest(input, context)
    const writer = createCopyWriter({ context, provider: config.provider || undefined })
    const first = await writer.ask('write', request)
    const { copy } = await untilDifferent({
      answer: first,
      request,
      writer,
      context,
      rewrites: input.quantity > 1 ? duplicateRewrites : 0,
    })

    const collection = config.collection || context.defaultCollection
    return {
      output: { text: copy.body, word_count: countWords(copy.body), title: copy.title },
      input: sent,
      usage: writer.usage(),
      write: async (cms) => {
        const document = await cms.createDocument({
          slot: 'document',
          collection,
          title: copy.title,
          markdown: copy.body,
          status: config.outputStatus,
          data: mapFields({ mapping: config.fieldMapping, copy }),
        })
        return { document_id: document.id, collection: document.collection }
      },
    }
  }
}

async function copyRequest(
  { config, index, quantity, item }: NodeInput<GenerateCopyConfig>,
  context: NodeContext,
): Promise<{ request: CopyRequest; sent: JsonObject }> {
  const prompt = await context.render(config.promptTemplate)
  const systemPrompt = config.systemPrompt ? await context.render(config.systemPrompt) : ''
  const sources = await context.contextSources({
    mode: config.contextMode,
    documents: config.contextDocuments,
  })
  // Copies that each have an item of their own differ by it.
  const piece = quantity > 1 && !item ? { number: index + 1, of: quantity } : null
  const sent: JsonObject = {
    prompt: cutAtWord(prompt, MAX_KEPT_PROMPT),
    ...(systemPrompt && { system: cutAtWord(systemPrompt, MAX_KEPT_PROMPT) }),
    ...(config.model && { model: config.model }),
    context: sources.map(({ title }) => title),
  }
  const request: CopyRequest = {
    ...(config.model && { model: config.model }),
    ...copyMessages({ prompt, systemPrompt, sources, piece }),
    // Sent only when the author set it: some models refuse the parameter.
    ...(config.temperature !== undefined && { temperature: config.temperature }),
    ...(config.maxTokens && { maxTokens: config.maxTokens }),
    hints: {
      seed: `${context.execution.id}:${context.node.id}:${index}`,
      params: context.execution.params,
      index,
      quantity,
      nodeLabel: context.node.label,
      prompt,
      context: sources.map(({ title, text }) => ({ title, text: text.slice(0, 500) })),
    },
  }
  return { request, sent }
}

/** Asks again while a finished sibling says nearly the same; keeps the last copy when the tries are used up. */
async function untilDifferent({
  answer,
  request,
  writer,
  context,
  rewrites,
}: {
  answer: CopyAnswer
  request: CopyRequest
  writer: CopyWriter
  context: NodeContext
  rewrites: number
}): Promise<CopyAnswer> {
  let last = answer
  for (let round = 1; round <= rewrites; round += 1) {
    const others = await context.siblingTexts()
    if (!isNearDuplicate({ ...last.copy, others })) return last
    context.log('Nearly the same as another item; writing it again', { round, rewrites })
    const next = await rewriteOnce({ round, last, request, writer, context })
    if (!next) return last
    last = next
  }
  return last
}

/** Null when the model gave nothing usable: a copy that is alike is better than none. */
async function rewriteOnce({
  round,
  last,
  request,
  writer,
  context,
}: {
  round: number
  last: CopyAnswer
  request: CopyRequest
  writer: CopyWriter
  context: NodeContext
}): Promise<CopyAnswer | null> {
  const step = `rewrite-${round}`
  try {
    return await writer.ask(step, {
      ...request,
      messages: rewriteMessages({ messages: request.messages, answer: last.raw }),
      hints: { ...request.hints, seed: `${request.hints.seed}:${step}` },
    })
  } catch (error) {
    // Whatever else fails must reach the engine, which may retry; only unusable answers stop here.
    const isUnusable = error instanceof PermanentNodeError && error.code.startsWith('answer_')
    if (!isUnusable) throw error
    context.log('The rewritten copy could not be used; keeping the one before', { step })
    return null
  }
}
