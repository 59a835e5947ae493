import type { Rule } from './context.js'

import { inTurn, phrase, said } from '../sentence.js'
import { shorten } from '../wording.js'

/** Every type is one of the site's. A missing type is a problem of the shape and reported there. */
export const checkNodeTypes: Rule = ({ index, specs, nodeAt, hint }) => {
  const allowed = [...specs.keys()]
  return index.nodes.flatMap(({ id, label, type }, at) => {
    if (type === '' || specs.has(type)) return []
    const what = inTurn(
      phrase('“{{node}}” is of the unknown type “{{type}}”.', {
        node: shorten(label),
        type: shorten(type),
      }),
      hint({ name: type, candidates: allowed }),
      phrase('The types of this site are {{types}}.', { types: allowed }),
    )
    const path = `nodes[${nodeAt[at] ?? at}].type`
    return [{ code: 'unknown_node_type', ...said(what), path, nodeId: id, data: { allowed } }]
  })
}
