import type { NodeSpec } from './defineNode.js'

import { attachToDocumentSpec } from './attach_to_document/spec.js'
import { conditionalSpec } from './conditional/spec.js'
import { generateCopySpec } from './generate_copy/spec.js'
import { generateImageSpec } from './generate_image/spec.js'
import { mergeSpec } from './merge/spec.js'
import { parallelSpec } from './parallel/spec.js'
import { reviewSpec } from './review/spec.js'

/** The seven built-in node types, in the order of the palette. Safe to load in a browser. */
export const builtInSpecs: NodeSpec[] = [
  eraseConfig(generateCopySpec),
  eraseConfig(generateImageSpec),
  eraseConfig(attachToDocumentSpec),
  eraseConfig(reviewSpec),
  eraseConfig(conditionalSpec),
  eraseConfig(parallelSpec),
  eraseConfig(mergeSpec),
]

/** All node types of a site, by type. A host's own type of the same name comes instead of ours. */
export function specMap(extra: readonly NodeSpec[] = []): ReadonlyMap<string, NodeSpec> {
  return new Map([...builtInSpecs, ...extra].map((spec) => [spec.type, spec]))
}

/** Same as `defineNode` does: parsing here is what makes the erased type safe. */
function eraseConfig<Config>(spec: NodeSpec<Config>): NodeSpec {
  const { check, configSchema } = spec
  return {
    ...spec,
    check: check && (({ node, config }) => check({ node, config: configSchema.parse(config) })),
    summarize: (config, say) => spec.summarize(configSchema.parse(config), say),
  }
}
