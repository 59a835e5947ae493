import type { Phrase } from '../sentence.js'
import type { KnownNode, RuleContext } from './context.js'

import { ownValue } from '../json.js'
import { fieldsInside, hasOutputPath, outputNames, type OutputPath } from '../outputPaths.js'
import { inTurn, phrase, quoted } from '../sentence.js'
import { shorten } from '../wording.js'

/** Answers why a path cannot be read at a node, as the rest of a sentence, or null when it can. */
export interface VariableJudge {
  inPrompt: (path: OutputPath) => Phrase | null
  output: (args: { nodeId: string; path: OutputPath; liquid: boolean }) => Phrase | null
  param: (name: string) => Phrase | null
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
    return inTurn(
      phrase('the workflow has no input “{{name}}”.', { name: shorten(name) }),
      hint({ name, candidates: inputNames }),
      inputNames.length > 0
        ? phrase('Inputs: {{names}}.', { names: inputNames })
        : phrase('It has no inputs.'),
    )
  }

  const output: VariableJudge['output'] = ({ nodeId, path, liquid }) => {
    const at = index.byId.get(nodeId)
    if (at === undefined) {
      return inTurn(
        phrase('there is no node “{{id}}”.', { id: shorten(nodeId) }),
        hint({ name: nodeId, candidates: upstreamIds() }),
      )
    }
    const node = shorten(index.nodes[at]?.label ?? nodeId)
    if (!reachability.isUpstream({ node: at, of: known.at })) {
      return inTurn(
        phrase('“{{node}}” does not run before this node.', { node }),
        upstreamIds().length > 0 ? phrase('Before it: {{nodes}}.', { nodes: upstreamIds() }) : null,
      )
    }
    const fields = specs.get(index.nodes[at]?.type ?? '')?.outputFields
    if (!fields || hasOutputPath({ fields, path, liquid })) return null
    const names = outputNames(fields)
    const missing = path.join('.')
    return inTurn(
      phrase('“{{node}}” has no output “{{output}}”.', { node, output: shorten(missing) }),
      hint({ name: missing, candidates: names }),
      phrase('It has {{names}}.', { names }),
    )
  }

  const inPrompt: VariableJudge['inPrompt'] = ([root, ...rest]) => {
    const name = String(root)
    if (name === 'nodes') {
      const [nodeId, word, ...path] = rest
      const isFixed = typeof nodeId === 'string' && !nodeId.startsWith('[')
      if (isFixed && word === 'output') return output({ nodeId, path, liquid: true })
      return phrase('write it as nodes.<id>.output.<field>, with the id of a node before this one.')
    }
    if (name === 'params') {
      const [input, ...inside] = rest
      return typeof input === 'string' ? (param(input) ?? plain(input, inside)) : null
    }
    if (name === 'item') return item(rest)
    if (name === 'index' || name === 'previous_output') return plain(name, rest)
    if (inputNames.includes(name)) return plain(name, rest)
    const names = [...inputNames, 'index', 'previous_output']
    return inTurn(
      phrase('there is no such variable.'),
      hint({ name, candidates: [...names, 'item'] }),
      phrase('Known: {{names}}, and nodes.<id>.output.<field> of nodes before this one.', {
        names,
      }),
    )
  }

  const item = (path: OutputPath) => {
    const references = (known.rules.references ?? []).filter(({ asItem }) => asItem)
    const named = references.map(({ key }) => ownValue(known.node.config, key))
    const source = named.find((value) => typeof value === 'string' && value.trim() !== '')
    if (typeof source !== 'string') {
      return references.length > 0
        ? phrase(
            'there is an item only when this node goes through the items of another one: choose it in {{settings}}.',
            { settings: references.map(({ key }) => quoted(key)) },
          )
        : phrase('nodes of this type have no item.')
    }
    const at = index.byId.get(source.trim())
    const fields = specs.get(index.nodes[at ?? -1]?.type ?? '')?.outputFields ?? []
    const inside = fieldsInside({ fields, list: 'items' })
    if (inside.length === 0 || hasOutputPath({ fields: inside, path, liquid: true })) return null
    return inTurn(
      phrase('an item of “{{source}}” has no “{{output}}”.', {
        source: shorten(source),
        output: shorten(path.join('.')),
      }),
      phrase('It has {{names}}.', { names: outputNames(inside) }),
    )
  }

  return { inPrompt, output, param }
}

/** Inputs, `index` and `previous_output` are single values; Liquid adds a text's size. */
function plain(name: string, rest: OutputPath): Phrase | null {
  if (rest.length === 0 || (rest.length === 1 && rest[0] === 'size')) return null
  return phrase('“{{name}}” is a single value and has no “{{output}}”.', {
    name: shorten(name),
    output: shorten(rest.join('.')),
  })
}
