import type { IconName } from '../shared/Icon/index.js'

/** Icons of the built-in types (tokens.md «Node types»); whatever else a site has is a globe. */
const ICONS: Record<string, IconName> = {
  attach_to_document: 'clip',
  conditional: 'branch',
  generate_copy: 'pen',
  generate_image: 'image',
  merge: 'merge',
  parallel: 'lanes',
  review: 'person',
}

export const iconOfType = (type: string): IconName => ICONS[type] ?? 'globe'

/** Name of the custom property with the type's tint. */
export const tintOfType = (type: string): string =>
  `var(--workflows-type-${type in ICONS ? type.replaceAll('_', '-') : 'host'})`
