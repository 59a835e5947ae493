import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../graph/types.js'

import { compileGraph } from '../../graph/compileGraph.js'
import { estimatePlan } from '../../graph/estimate.js'
import { checkParams } from '../../graph/params.js'
import { getPluginContext } from '../../pluginContext.js'
import { InvalidInputError } from '../../runtime/errors.js'
import { findProblems, requireValid } from './checkTemplate.js'
import { findTemplate } from './findTemplate.js'
import { presentDetail } from './present.js'

/** What a launch with these params would make and cost, without launching. */
export async function estimateTemplate({
  req,
  id,
  params,
}: {
  req: PayloadRequest
  id: unknown
  params: JsonObject
}): Promise<ReturnType<typeof estimatePlan>> {
  const context = getPluginContext(req.payload)
  const template = presentDetail(await findTemplate({ req, id }))
  const { graph, inputs, defaultParams } = requireValid(
    findProblems({ context, content: template }),
  )
  const checked = checkParams({ inputs, params: { ...defaultParams, ...params } })
  if (checked.problems.length > 0) throw new InvalidInputError({ issues: checked.problems })
  const [provider] = context.providers
  return estimatePlan({
    plan: compileGraph({ graph, inputs, specs: context.specs }),
    params: checked.params,
    contextCharacters: 0,
    prices: context.options.prices,
    textModel: provider.textModel,
    imageModel: provider.imageModel,
  })
}
