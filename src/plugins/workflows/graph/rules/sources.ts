import type { GraphProblem, NodeReference } from '../types.js'
import type { KnownNode, Rule, RuleContext } from './context.js'

import { ownValue } from '../json.js'
import { oneOf, quote } from '../wording.js'

const NEEDED: Record<NodeReference['needs'], string> = {
  copy: 'copies',
  image: 'images',
  items: 'items',
}

/** Nodes named in settings come before and yield what is wanted; where none is named, some node must. */
export const checkSources: Rule = (context) =>
  context.known.flatMap((known) =>
    (known.rules.references ?? []).flatMap((reference) => {
      const value = ownValue(known.node.config, reference.key)
      // Anything but text is a problem of the setting's type.
      if (value !== undefined && typeof value !== 'string') return []
      const named = value?.trim() ?? ''
      const message =
        named === ''
          ? whyNothingIsFound({ context, known, reference })
          : whyUnusable({ context, known, reference, named })
      if (message === null) return []
      const path = `${known.configPath}.${reference.key}`
      const nodeId = known.node.id
      return [{ code: 'missing_required_input', message, path, nodeId } satisfies GraphProblem]
    }),
  )

function whyNothingIsFound({
  context,
  known,
  reference,
}: {
  context: RuleContext
  known: KnownNode
  reference: NodeReference
}): string | null {
  if (!reference.inferred || possibleSources({ context, known, reference }).length > 0) return null
  const needed = NEEDED[reference.needs]
  return `${quote(known.node.label)} needs ${needed}, but no node before it makes any. Connect one that does.`
}

function whyUnusable({
  context,
  known,
  reference,
  named,
}: {
  context: RuleContext
  known: KnownNode
  reference: NodeReference
  named: string
}): string | null {
  const { index, reachability, flow } = context
  const label = quote(known.node.label)
  const needed = NEEDED[reference.needs]
  const source = index.byId.get(named)
  const possible = possibleSources({ context, known, reference })
  const choice =
    possible.length > 0
      ? ` Possible: ${oneOf(possible)}.`
      : ` No node before it has ${needed}: connect one first.`
  if (source === undefined) {
    return `${label} takes ${needed} from ${quote(named)}, but there is no such node.${context.hint({ name: named, candidates: possible })}${choice}`
  }
  const sourceLabel = quote(index.nodes[source]?.label ?? named)
  if (!reachability.isUpstream({ node: source, of: known.at })) {
    return `${label} takes ${needed} from ${sourceLabel}, which does not run before it.${choice}`
  }
  // Of an unknown type nothing can be said; its type is the problem.
  if (!context.specs.has(index.nodes[source]?.type ?? '')) return null
  return flow.offers({ node: source, kind: reference.needs })
    ? null
    : `${label} takes ${needed} from ${sourceLabel}, which has none.${choice}`
}

function possibleSources({
  context: { index, reachability, flow },
  known,
  reference,
}: {
  context: RuleContext
  known: KnownNode
  reference: NodeReference
}): string[] {
  return reachability
    .upstreamOf(known.at)
    .filter((node) => flow.offers({ node, kind: reference.needs }))
    .map((node) => index.nodes[node]?.id ?? '')
}
