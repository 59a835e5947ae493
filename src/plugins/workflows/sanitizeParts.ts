import type { NodeDefinition } from './nodes/defineNode.js'
import type { LimitsOption, WorkflowsPluginOptions } from './options.js'
import type { Provider } from './providers/types.js'

import { refuseOption } from './sanitizeCollections.js'

/** Numbers from features.md (F-limits, T035) and options.ts; the upper ends keep a typing slip from hurting. */
const LIMITS: Record<keyof LimitsOption, { standard: number; min: number; max: number }> = {
  parallelJobsPerExecution: { standard: 20, min: 1, max: 1_000 },
  executionTimeoutMinutes: { standard: 30, min: 1, max: 7 * 24 * 60 },
  maxAttempts: { standard: 4, min: 1, max: 25 },
  duplicateRewrites: { standard: 2, min: 0, max: 10 },
  workerConcurrency: { standard: 8, min: 1, max: 200 },
  leaseSeconds: { standard: 5, min: 1, max: 300 },
  documentSeconds: { standard: 120, min: 1, max: 3_600 },
  attachmentsPerDocument: { standard: 20, min: 1, max: 1_000 },
  attachmentBytes: { standard: 10 * 1024 * 1024, min: 1, max: 1024 * 1024 * 1024 },
}

export function sanitizeProviders(providers: Provider[]): [Provider, ...Provider[]] {
  const ids = new Set<string>()
  providers.forEach((provider, index) => {
    if (!provider.id) refuseOption(`providers[${index}].id`, 'must not be empty.')
    if (ids.has(provider.id)) {
      refuseOption(`providers[${index}].id`, `is "${provider.id}", which another provider has.`)
    }
    ids.add(provider.id)
  })
  const [first, ...others] = providers
  if (!first) return refuseOption('providers', 'must hold at least one provider, or be left out.')
  return [first, ...others]
}

export function sanitizeNodes(nodes: NodeDefinition[]): NodeDefinition[] {
  const types = new Set<string>()
  nodes.forEach(({ spec }, index) => {
    const option = `nodes[${index}].spec.type`
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(spec.type)) {
      refuseOption(
        option,
        `is "${spec.type}"; use lower-case letters, digits and _, a letter first, 64 at most.`,
      )
    }
    if (types.has(spec.type)) refuseOption(option, `is "${spec.type}" a second time.`)
    types.add(spec.type)
  })
  return nodes
}

export function sanitizeLimits(given: LimitsOption): Required<LimitsOption> {
  const limit = (name: keyof LimitsOption): number => {
    const { standard, min, max } = LIMITS[name]
    const value = given[name] ?? standard
    if (!Number.isInteger(value) || value < min || value > max) {
      refuseOption(
        `limits.${name}`,
        `is ${String(value)}; use a whole number from ${min} to ${max}.`,
      )
    }
    return value
  }
  const names = Object.keys(LIMITS) as (keyof LimitsOption)[]
  return Object.fromEntries(names.map((name) => [name, limit(name)])) as Required<LimitsOption>
}

export function sanitizeReviewMails(
  given: WorkflowsPluginOptions['reviewMails'],
): 'all' | 'named' | false {
  const value = given ?? 'all'
  if (value === 'all' || value === 'named' || value === false) return value
  return refuseOption('reviewMails', `is ${String(value)}; use "all", "named" or false.`)
}
