import type { Claim } from '../db/types.js'
import type { ExecutionInput } from '../db/statements/readExecutionInput.js'
import type { ExecutionPlan, JsonObject } from '../graph/types.js'
import type { ActingUser } from '../options.js'
import type { Provider } from '../providers/types.js'
import type { Engine } from './engine.js'
import type { JobScope } from './jobScope.js'
import type { NodeContext } from './nodeContext.js'

import { readSiblingAnswers } from '../db/statements/readSiblingAnswers.js'
import { renderPrompt } from '../graph/liquid.js'
import { promptScope } from '../graph/promptScope.js'
import { resolveField } from '../graph/resolveField.js'
import { priceOf } from '../providers/prices.js'
import { callThroughLedger, type LedgerAnswer, type LedgerCall } from './callLedger.js'
import { crashPoint } from './crashPoints.js'
import { parseCopyAnswer } from './prompts/copyAnswer.js'
import { createTokenReader } from './prompts/partialCopy.js'
import { readJobContext } from './readJobContext.js'

/** What a handler gets: the launch, the flow so far, the model behind the ledger, a signal. No database, no Payload. */
export function createNodeContext({
  engine,
  claim,
  owner,
  plan,
  scope,
  launch,
  user,
  signal,
}: {
  engine: Engine
  claim: Claim
  owner: string
  plan: ExecutionPlan
  scope: JobScope
  launch: ExecutionInput
  /** Lazy: jobs that read no documents need no user. */
  user: () => Promise<ActingUser>
  signal: AbortSignal
}): NodeContext {
  const { providers } = engine
  // Only when a prompt is rendered: it holds every node before this one.
  const values = () =>
    promptScope({
      plan,
      specs: engine.site.specs,
      nodeId: claim.node,
      params: launch.params,
      outputs: scope.outputs,
      // People count from one: "variation 3 of 10".
      index: claim.idx + 1,
      previousOutput: scope.previousOutput,
      item: scope.input.item,
    }) as JsonObject
  const ledger = (
    step: string,
    provider: Provider,
    call: (call: LedgerCall) => Promise<LedgerAnswer>,
  ) => callThroughLedger({ engine, claim, owner, step, provider, call })
  const cost = (model: string, tokensIn: number, tokensOut: number, images: number) =>
    priceOf({ prices: engine.site.options.prices, model, tokensIn, tokensOut, images }).cost

  return {
    execution: {
      id: claim.exec,
      workspace: launch.workspace,
      project: launch.project,
      test: launch.test,
      params: launch.params,
      templateName: launch.templateName,
    },
    node: { id: scope.node.id, label: scope.node.label, type: scope.node.type },
    job: { id: claim.pub, attempt: claim.attempt },
    render: (template) => renderPrompt({ template, scope: values() }),
    resolve: (field) =>
      resolveField({ field, params: launch.params, outputs: new Map(scope.outputs) }),
    provider: (id) => {
      const found = providers.get(id)
      return {
        id: found.id,
        label: found.label,
        isDemo: found.isDemo,
        textModel: found.textModel,
        imageModel: found.imageModel,
        structured: found.capabilities.structured !== 'prompt',
      }
    },
    generateText: async ({ step, provider: id, request }) => {
      const provider = providers.get(id)
      const { answer, fromLedger } = await ledger(step, provider, async (call) => {
        const read = createTokenReader()
        const result = await provider.generateText(request, {
          ...call,
          signal,
          onToken: (delta) => {
            crashPoint('mid_http')
            const text = read(delta)
            if (text) {
              engine.live.token({ exec: claim.exec, node: claim.node, idx: claim.idx, text })
            }
          },
        })
        const { text, finishReason, ...figures } = result
        return {
          ...figures,
          response: { text, finishReason },
          blob: null,
          cost: cost(result.model, result.tokensIn, result.tokensOut, 0),
        }
      })
      const { text, finishReason } = answer.response
      return {
        ...answer,
        text: typeof text === 'string' ? text : '',
        finishReason: finishReason === 'length' || finishReason === 'other' ? finishReason : 'stop',
        fromLedger,
      }
    },
    generateImage: async ({ step, provider: id, request }) => {
      const provider = providers.get(id)
      const { answer, fromLedger } = await ledger(step, provider, async (call) => {
        const result = await provider.generateImage(request, { ...call, signal })
        const { bytes, mimeType, ...figures } = result
        return {
          ...figures,
          response: { mimeType },
          blob: bytes,
          cost: cost(result.model, result.tokensIn, result.tokensOut, 1),
        }
      })
      const { mimeType } = answer.response
      return {
        ...answer,
        bytes: answer.blob ?? Buffer.alloc(0),
        mimeType: mimeType === 'image/jpeg' || mimeType === 'image/webp' ? mimeType : 'image/png',
        fromLedger,
      }
    },
    contextSources: ({ mode, documents }) =>
      readJobContext({ engine, launch, user, mode, documents }),
    siblingTexts: async () => {
      const answers = await readSiblingAnswers(engine.pools.durable, { claim })
      return answers.map((answer) => {
        const parsed = parseCopyAnswer(answer)
        return parsed.ok ? parsed.copy.body : answer
      })
    },
    defaultCollection: engine.site.options.documents[0].collection,
    signal,
    log: (message, data) =>
      engine.payload.logger.info({
        msg: `workflows: ${message}`,
        execution: claim.exec,
        node: claim.node,
        index: claim.idx,
        ...data,
      }),
  }
}
