import type { ExecutionPlan, JsonObject, PlanNode } from './types.js'

import { estimateDuration } from './estimateDuration.js'
import { countJobs } from './jobCounts.js'
import { isMaking } from './nodeKinds.js'
import { priceOf, type Prices } from './priceOf.js'

/** The rule of thumb of OpenAI's tokenizer page for English. */
const CHARACTERS_PER_TOKEN = 4
/** About 300 words: the longest of what our system templates ask for, an article apart. */
const TOKENS_PER_COPY = 400
/** A context document chosen in a node, whose length the estimate does not know: two pages. */
const CHARACTERS_PER_DOCUMENT = 4_000

/** What a launch will roughly make, use and take. `assumptions` are sentences for a person. */
export interface Estimate {
  items: number
  tokens: number
  cost: number
  durationMs: number
  assumptions: string[]
}

interface EstimateArgs {
  plan: ExecutionPlan
  params: JsonObject
  /** Of the documents and files the launch gives to the model. */
  contextCharacters: number
  prices: Prices
  /** Of nodes that name none. */
  textModel: string
  imageModel: string
}

/** Estimates a launch from its plan. Params are checked already. */
export function estimatePlan(args: EstimateArgs): Estimate {
  const { plan, params } = args
  const { jobs } = countJobs({ plan, params })
  const items = plan.nodes.reduce(
    (sum, node) => sum + (isMaking(node.type) ? (jobs.get(node.id) ?? 0) : 0),
    0,
  )
  const estimates = estimateItems(args)
  const total = (of: 'cost' | 'tokens') => estimates.reduce((sum, node) => sum + node[of], 0)
  const unpriced = new Set(estimates.flatMap(({ isPriced, model }) => (isPriced ? [] : [model])))
  return {
    items,
    tokens: Math.round(total('tokens')),
    // Rounded to what a price table can mean; sums of fractions would show as 0.30000000000000004.
    cost: Math.round(total('cost') * 1e6) / 1e6,
    durationMs: estimateDuration({ plan, jobs }),
    assumptions: describe({ plan, unpriced }),
  }
}

/** Of each node that calls a model: how many items, and what all of them use. */
export function estimateItems({
  plan,
  params,
  contextCharacters,
  prices,
  textModel,
  imageModel,
}: EstimateArgs): {
  nodeId: string
  model: string
  count: number
  tokens: number
  cost: number
  isPriced: boolean
}[] {
  const { jobs, items } = countJobs({ plan, params })
  return plan.nodes
    .filter(({ type }) => type === 'generate_copy' || type === 'generate_image')
    .map((node) => {
      const count = jobs.get(node.id) ?? 0
      const isImage = node.type === 'generate_image'
      const model = textOf(node, 'model') || (isImage ? imageModel : textModel)
      const tokensIn = count * tokensToRead({ node, items, contextCharacters })
      const tokensOut = isImage ? 0 : count * tokensToWrite(node)
      const price = priceOf({ model, prices })
      const cost =
        (tokensIn * (price?.inputPerMillion ?? 0) + tokensOut * (price?.outputPerMillion ?? 0)) /
          1e6 +
        (isImage ? count * (price?.perImage ?? 0) : 0)
      return {
        nodeId: node.id,
        model,
        count,
        tokens: tokensIn + tokensOut,
        cost,
        isPriced: !!price,
      }
    })
}

function tokensToRead({
  node,
  items,
  contextCharacters,
}: {
  node: PlanNode
  items: ReadonlyMap<string, number>
  contextCharacters: number
}): number {
  const prompt = textOf(node, 'promptTemplate')
  const own = prompt.length + textOf(node, 'systemPrompt').length
  const chosen = node.config.contextDocuments
  const documents = Array.isArray(chosen) ? chosen.length * CHARACTERS_PER_DOCUMENT : 0
  const mode = node.type === 'generate_copy' ? (node.config.contextMode ?? 'inherit') : 'none'
  const context = mode === 'inherit' ? contextCharacters : mode === 'custom' ? documents : 0
  const earlier = /previous_output|nodes\./.test(prompt)
    ? node.predecessors.reduce((sum, id) => sum + (items.get(id) ?? 0), 0)
    : /\bitem\b/.test(prompt)
      ? 1
      : 0
  return (own + context) / CHARACTERS_PER_TOKEN + earlier * TOKENS_PER_COPY
}

function tokensToWrite({ config: { maxTokens } }: PlanNode): number {
  return typeof maxTokens === 'number' ? Math.min(maxTokens, TOKENS_PER_COPY) : TOKENS_PER_COPY
}

function textOf(node: PlanNode, key: string): string {
  const value = node.config[key]
  return typeof value === 'string' ? value : ''
}

function describe({
  plan,
  unpriced,
}: {
  plan: ExecutionPlan
  unpriced: ReadonlySet<string>
}): string[] {
  const types = new Set(plan.nodes.map(({ type }) => type))
  const assumptions = [
    `A token is about ${CHARACTERS_PER_TOKEN} characters and a copy about ${TOKENS_PER_COPY} tokens long.`,
    'Up to 20 jobs run at once; a copy takes 4 seconds and an image 12 seconds.',
  ]
  if (types.has('conditional')) {
    assumptions.push('Every branch of a condition counts as if it were taken.')
  }
  if (types.has('review')) {
    assumptions.push('Reviews let everything through, and waiting for a person is not counted.')
  }
  for (const model of unpriced) {
    assumptions.push(`No price is known for ${model || 'the default model'}, so it counts as 0.`)
  }
  return assumptions
}
