import { isPrototypeName } from './json.js'
import { phrase } from './sentence.js'

/** What a node may be called, so that it can stand in prompts, conditions, paths and URLs. */
const NODE_ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

/** For messages. */
export const NODE_ID_RULE = phrase(
  'start with a letter and have at most 64 letters, digits, hyphens and underscores',
)

/** Whether a node may have this id. */
export function isNodeId(id: string): boolean {
  return NODE_ID.test(id) && !isPrototypeName(id)
}
