import { isNodeId } from '../../../plugins/workflows/graph/nodeId.js'

/** As many characters as leave room for `_999` within the 64 that nodeId.ts allows. */
const LONGEST_STEM = 60

/**
 * A readable id from what a node is called: `Ad copy` becomes `ad_copy`, then `ad_copy_2`. People
 * write it in prompts, so it is worth reading.
 */
export function freshNodeId({
  label,
  taken,
}: {
  label: string
  taken: ReadonlySet<string>
}): string {
  const stem = toStem(label)
  return firstFree({ stem, separator: '_', taken })
}

/** `a->b`, `a->b:true`; with a number when there is one already. */
export function freshEdgeId({
  source,
  target,
  sourceHandle,
  taken,
}: {
  source: string
  target: string
  sourceHandle?: string
  taken: ReadonlySet<string>
}): string {
  const stem = `${source}->${target}${sourceHandle === undefined ? '' : `:${sourceHandle}`}`
  return firstFree({ stem, separator: '#', taken })
}

/** `note`, `note_2`. */
export function freshNoteId(taken: ReadonlySet<string>): string {
  return firstFree({ stem: 'note', separator: '_', taken })
}

function toStem(label: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    // Written `{{nodes.2_ads.output.text}}`, an id that starts with a digit would be no name.
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, LONGEST_STEM)
    .replace(/_+$/, '')
  return isNodeId(plain) ? plain : 'node'
}

function firstFree({
  stem,
  separator,
  taken,
}: {
  stem: string
  separator: string
  taken: ReadonlySet<string>
}): string {
  // `ad_copy_2` copied is `ad_copy_3`, not `ad_copy_2_2`.
  const base = stem.replace(separator === '_' ? /_\d{1,3}$/ : /#\d{1,3}$/, '')
  if (!taken.has(stem)) return stem
  let number = 2
  while (taken.has(`${base}${separator}${number}`)) number += 1
  return `${base}${separator}${number}`
}
