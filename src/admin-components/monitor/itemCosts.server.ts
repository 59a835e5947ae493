import type {
  JsonObject,
  TemplateInput,
  WorkflowGraph,
} from '../../plugins/workflows/graph/types.js'
import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import { compileGraph } from '../../plugins/workflows/graph/compileGraph.js'
import { estimateItems } from '../../plugins/workflows/graph/estimate.js'

/** What one item of each making node is likely to cost, by the same rule as the launch's estimate. */
export function itemCosts({
  context: { options, providers, specs },
  graph,
  inputs,
  params,
}: {
  context: PluginContext
  graph: WorkflowGraph
  inputs: TemplateInput[]
  params: JsonObject
}): Record<string, number> {
  try {
    const [provider] = providers
    const estimates = estimateItems({
      plan: compileGraph({ graph, inputs, specs }),
      params,
      contextCharacters: 0,
      prices: options.prices,
      textModel: provider.textModel,
      imageModel: provider.imageModel,
    })
    return Object.fromEntries(
      estimates.flatMap(({ nodeId, count, cost, isPriced }): [string, number][] =>
        isPriced && count > 0 ? [[nodeId, cost / count]] : [],
      ),
    )
  } catch {
    // A snapshot from before a rule may have no plan any more; the page does without prices.
    return {}
  }
}
