import type { KnownNode, RuleContext } from './context.js'

import { ownValue } from '../json.js'
import { fieldsInside, hasOutputPath, outputNames, type OutputPath } from '../outputPaths.js'
import { oneOf, quote } from '../wording.js'

/** Answers why a path cannot be read at a node, as the rest of a sentence, or null when it can. */
export interface VariableJudge {
  inPrompt: (path: OutputPath) => string | null
  output: (args: { nodeId: string; path: OutputPath; liquid: boolean }) => string | null
  param: (name: string) => string | null
}

/** Judges what one node may read: inputs, words of its own, and outputs of nodes before it. */
export function judgeVariables({
  context,
  known,
}: {
  context: RuleContext
  known: KnownNode
}): VariableJudge {
  const { hint, index, inputs, reachability, specs } = context
  const inputNames = inputs.map(({ name }) => name)
  let upstream: string[] | null = null
  const upstreamIds = () =>
    (upstream ??= reachability.upstreamOf(known.at).map((at) => index.nodes[at]?.id ?? ''))

  const param: VariableJudge['param'] = (name) => {
    if (inputNames.includes(name)) return null
    const choice = inputNames.length > 0 ? `Inputs: ${oneOf(inputNames)}.` : 'It has no inputs.'
    return `the workflow has no input ${quote(name)}.${hint({ name, candidates: inputNames })} ${choice}`
  }

  const output: VariableJudge['output'] = ({ nodeId, path, liquid }) => {
    const at = index.byId.get(nodeId)
    if (at === undefined) {
      return `there is no node ${quote(nodeId)}.${hint({ name: nodeId, candidates: upstreamIds() })}`
    }
    const label = quote(index.nodes[at]?.label ?? nodeId)
    if (!reachability.isUpstream({ node: at, of: known.at })) {
      const choice = upstreamIds().length > 0 ? ` Before it: ${oneOf(upstreamIds())}.` : ''
      return `${label} does not run before this node.${choice}`
    }
    const fields = specs.get(index.nodes[at]?.type ?? '')?.outputFields
    if (!fields || hasOutputPath({ fields, path, liquid })) return null
    const names = outputNames(fields)
    const missing = path.join('.')
    return `${label} has no output ${quote(missing)}.${hint({ name: missing, candidates: names })} It has ${oneOf(names)}.`
  }

  const inPrompt: VariableJudge['inPrompt'] = ([root, ...rest]) => {
    const name = String(root)
    if (name === 'nodes') {
      const [nodeId, word, ...path] = rest
      const isFixed = typeof nodeId === 'string' && !nodeId.startsWith('[')
      if (isFixed && word === 'output') return output({ nodeId, path, liquid: true })
      return 'write it as nodes.<id>.output.<field>, with the id of a node before this one.'
    }
    if (name === 'params') {
      const [input, ...inside] = rest
      return typeof input === 'string' ? (param(input) ?? plain(input, inside)) : null
    }
    if (name === 'item') return item(rest)
    if (name === 'index' || name === 'previous_output') return plain(name, rest)
    if (inputNames.includes(name)) return plain(name, rest)
    const names = [...inputNames, 'index', 'previous_output']
    return `there is no such variable.${hint({ name, candidates: [...names, 'item'] })} Known: ${oneOf(names)}, and nodes.<id>.output.<field> of nodes before this one.`
  }

  const item = (path: OutputPath) => {
    const references = (known.rules.references ?? []).filter(({ asItem }) => asItem)
    const named = references.map(({ key }) => ownValue(known.node.config, key))
    const source = named.find((value) => typeof value === 'string' && value.trim() !== '')
    if (typeof source !== 'string') {
      return references.length > 0
        ? `there is an item only when this node goes through the items of another one: choose it in ${oneOf(references.map(({ key }) => quote(key)))}.`
        : 'nodes of this type have no item.'
    }
    const at = index.byId.get(source.trim())
    const fields = specs.get(index.nodes[at ?? -1]?.type ?? '')?.outputFields ?? []
    const inside = fieldsInside({ fields, list: 'items' })
    if (inside.length === 0 || hasOutputPath({ fields: inside, path, liquid: true })) return null
    return `an item of ${quote(source)} has no ${quote(path.join('.'))}. It has ${oneOf(outputNames(inside))}.`
  }

  return { inPrompt, output, param }
}

/** Inputs, `index` and `previous_output` are single values; Liquid adds a text's size. */
function plain(name: string, rest: OutputPath): string | null {
  if (rest.length === 0 || (rest.length === 1 && rest[0] === 'size')) return null
  return `${quote(name)} is a single value and has no ${quote(rest.join('.'))}.`
}
