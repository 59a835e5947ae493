import { createHash } from 'node:crypto'

import type { SystemTemplate } from './types.js'

import { canonicalJson } from '../plugins/workflows/graph/canonicalJson.js'

/** The part of a system template that a site stores. */
export function storedContent({
  name,
  description,
  category,
  graph,
  inputs,
  defaultParams,
}: SystemTemplate) {
  return { name, description, category, graph, inputs, defaultParams }
}

/** Hash of what is stored: the seeder writes when a site's row has another one. */
export function templateVersion(template: SystemTemplate): string {
  return createHash('sha256')
    .update(canonicalJson(storedContent(template)))
    .digest('hex')
}
