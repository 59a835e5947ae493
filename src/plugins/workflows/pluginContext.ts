import type { Payload } from 'payload'

import type { NodeDefinition, NodeSpec } from './nodes/defineNode.js'
import type { Provider } from './providers/types.js'
import type { SanitizedOptions } from './sanitizeOptions.js'

import { PLUGIN_SLUG, slugs } from './slugs.js'

/** What every part of the plugin may need to know of the site, made once when the config is built. */
export interface PluginContext {
  options: SanitizedOptions
  /** Every node type, built-in ones first, in the order of the palette. */
  specs: ReadonlyMap<string, NodeSpec>
  /** Handlers of the host's own node types; those of the built-in ones live with the worker. */
  hostNodes: ReadonlyMap<string, NodeDefinition>
  /** First = default. */
  providers: readonly [Provider, ...Provider[]]
  slugs: typeof slugs & {
    users: string
    media: string
    workspaces: string | null
    projects: string | null
  }
}

export function createPluginContext({
  options,
  builtInSpecs,
}: {
  options: SanitizedOptions
  builtInSpecs: readonly NodeSpec[]
}): PluginContext {
  const specs = new Map(builtInSpecs.map((spec) => [spec.type, spec]))
  const hostNodes = new Map<string, NodeDefinition>()
  for (const [at, definition] of options.nodes.entries()) {
    const { type } = definition.spec
    if (specs.has(type)) {
      throw new Error(
        `workflowsPlugin: option \`nodes[${at}].spec.type\` is "${type}", which is built in. Give the site's own node another type.`,
      )
    }
    specs.set(type, definition.spec)
    hostNodes.set(type, definition)
  }
  return {
    options,
    specs,
    hostNodes,
    providers: options.providers,
    slugs: {
      ...slugs,
      users: options.users.collection,
      media: options.media.collection,
      workspaces: options.workspaces?.collection ?? null,
      projects: options.projects?.collection ?? null,
    },
  }
}

type WithCustom = { custom?: Record<string, unknown> }

/** Puts the context where `getPluginContext` finds it; server only, Payload keeps `custom` from the browser. */
export function storePluginContext<C extends WithCustom>(config: C, context: PluginContext): C {
  return { ...config, custom: { ...config.custom, [PLUGIN_SLUG]: context } }
}

export function getPluginContext(from: Payload | WithCustom): PluginContext {
  const config: WithCustom = 'config' in from ? (from as Payload).config : (from as WithCustom)
  const context = config.custom?.[PLUGIN_SLUG]
  if (!context) {
    throw new Error('workflowsPlugin is not in the config of this site: add it to `plugins`.')
  }
  // Written by storePluginContext alone; Payload's `custom` has no types of its own.
  return context as PluginContext
}
