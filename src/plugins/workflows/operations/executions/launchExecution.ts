import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../graph/types.js'
import type { HostId } from '../../runtime/cmsTypes.js'
import type { ExecutionDetail } from './types.js'

import { compileGraph } from '../../graph/compileGraph.js'
import { checkParams } from '../../graph/params.js'
import { pinPlan } from '../../graph/pinPlan.js'
import { checkQuantities } from '../../graph/quantity.js'
import { getPluginContext } from '../../pluginContext.js'
import { bindPlan } from '../../runtime/bindPlan.js'
import { crashPoint } from '../../runtime/crashPoints.js'
import { getEngine } from '../../runtime/engine.js'
import { InvalidInputError } from '../../runtime/errors.js'
import { newExecutionId } from '../../runtime/newExecutionId.js'
import { findProblems, requireValid } from '../templates/checkTemplate.js'
import { findTemplate } from '../templates/findTemplate.js'
import { presentDetail } from '../templates/present.js'
import { requireLaunchContext, type ContextChoice } from './launchContext.js'
import { requireLaunchPlace } from './launchPlace.js'
import { launchedGraph, requirePins, type TestChoice } from './launchTest.js'
import { executionProjection } from './projection.js'
import { showExecution } from './readExecution.js'

export interface LaunchInput extends TestChoice {
  template: HostId
  workspace?: HostId | null
  project?: HostId | null
  params?: JsonObject
  contextDocuments?: ContextChoice
  referenceFiles?: HostId[]
  /** Runs the newest draft; what it makes is marked and never published. */
  test?: boolean
  /** The same key in the same workspace answers the same execution. At most 200 characters. */
  idempotencyKey?: string
}

const MINUTE_MS = 60_000

/**
 * Checks everything, freezes template and params into a plan, and hands it to the engine: one transaction,
 * all or nothing. What runs is the snapshot; later edits of the template do not touch it.
 * @throws NotFoundError (template, workspace, project), ForbiddenError (viewer), InvalidInputError (params,
 * graph, `context_missing`, `template_not_published`)
 */
export async function launchExecution({
  req,
  input,
}: {
  req: PayloadRequest
  input: LaunchInput
}): Promise<ExecutionDetail> {
  const engine = getEngine(req.payload)
  const site = getPluginContext(req.payload)
  const test = input.test === true
  const template = presentDetail(await findTemplate({ req, id: input.template, draft: test }))
  const place = await requireLaunchPlace({ req, input, template })
  if (!test && template.status !== 'published') {
    throw new InvalidInputError({
      code: 'template_not_published',
      issues: [
        {
          code: 'template_not_published',
          message: `"${template.name}" is a draft. Publish it first, or launch it as a test run.`,
          path: 'template',
        },
      ],
    })
  }
  // Checked again: the stored row may be older than a rule.
  const { graph, inputs, defaultParams } = requireValid(
    findProblems({
      context: site,
      content: { ...template, graph: launchedGraph({ input, template }) },
    }),
  )
  const { params, problems } = checkParams({
    inputs,
    params: { ...defaultParams, ...input.params },
  })
  const plan = pinPlan({
    plan: compileGraph({ graph, inputs, specs: site.specs }),
    pins: await requirePins({ req, input, template }),
  })
  const issues = [...problems, ...(problems.length === 0 ? checkQuantities({ plan, params }) : [])]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  const context = await requireLaunchContext({ req, input, place, plan })

  const bound = bindPlan({ plan, params })
  await engine.storePlan(bound)
  const id = newExecutionId()
  crashPoint('launch_before_commit')
  const { limits } = site.options
  const launched = await engine.launch({
    id,
    plan: bound.id,
    workspace: String(place.workspace ?? ''),
    launchKey: input.idempotencyKey ?? null,
    template: String(template.id),
    test,
    maxParallel: limits.parallelJobsPerExecution,
    timeoutMs: limits.executionTimeoutMinutes * MINUTE_MS,
    projection: executionProjection({
      columns: engine.tables.executionColumns,
      values: {
        id,
        template: template.id,
        templateName: template.name,
        snapshot: { name: template.name, graph, inputs },
        workspace: place.workspace,
        project: place.project,
        launchedBy: req.user?.id ?? null,
        test,
        params,
        contextDocuments: context.documents,
        referenceFiles: context.files,
      },
    }),
  })
  return showExecution({ req, exec: launched.id })
}
