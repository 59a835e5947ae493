import type { Rule } from './context.js'

import { oneOf, quote } from '../wording.js'

/** Every type is one of the site's. A missing type is a problem of the shape and reported there. */
export const checkNodeTypes: Rule = ({ index, specs, nodeAt, hint }) => {
  const allowed = [...specs.keys()]
  return index.nodes.flatMap(({ id, label, type }, at) => {
    if (type === '' || specs.has(type)) return []
    const known = `The types of this site are ${oneOf(allowed)}.`
    const message = `${quote(label)} is of the unknown type ${quote(type)}.${hint({ name: type, candidates: allowed })} ${known}`
    const path = `nodes[${nodeAt[at] ?? at}].type`
    return [{ code: 'unknown_node_type', message, path, nodeId: id, data: { allowed } }]
  })
}
