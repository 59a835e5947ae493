/** Built-in types that hand on what came in. A plan does not carry the rules, so estimates ask here. */
const PASSING_TYPES: ReadonlySet<string> = new Set(['review', 'conditional', 'parallel', 'merge'])

/** Whether a node hands on the items that came in. */
export function isPassing(type: string): boolean {
  return PASSING_TYPES.has(type)
}

/** Whether a node makes items itself. Every type of a host counts as one that does. */
export function isMaking(type: string): boolean {
  return !isPassing(type) && type !== 'attach_to_document'
}
