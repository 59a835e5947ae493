import type { Phrase } from '../sentence.js'
import type { GraphProblem, NodeReference } from '../types.js'
import type { KnownNode, Rule, RuleContext } from './context.js'

import { ownValue } from '../json.js'
import { inTurn, phrase, said } from '../sentence.js'
import { shorten } from '../wording.js'

const NEEDED: Record<NodeReference['needs'], Phrase> = {
  copy: phrase('copies'),
  image: phrase('images'),
  items: phrase('items'),
}

/** Nodes named in settings come before and yield what is wanted; where none is named, some node must. */
export const checkSources: Rule = (context) =>
  context.known.flatMap((known) =>
    (known.rules.references ?? []).flatMap((reference) => {
      const value = ownValue(known.node.config, reference.key)
      // Anything but text is a problem of the setting's type.
      if (value !== undefined && typeof value !== 'string') return []
      const named = value?.trim() ?? ''
      const what =
        named === ''
          ? whyNothingIsFound({ context, known, reference })
          : whyUnusable({ context, known, reference, named })
      if (what === null) return []
      const path = `${known.configPath}.${reference.key}`
      const nodeId = known.node.id
      return [
        { code: 'missing_required_input', ...said(what), path, nodeId } satisfies GraphProblem,
      ]
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
}): Phrase | null {
  if (!reference.inferred || possibleSources({ context, known, reference }).length > 0) return null
  const needed = NEEDED[reference.needs]
  return phrase(
    '“{{node}}” needs {{needed}}, but no node before it makes any. Connect one that does.',
    { node: shorten(known.node.label), needed },
  )
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
}): Phrase | null {
  const { index, reachability, flow } = context
  const node = shorten(known.node.label)
  const needed = NEEDED[reference.needs]
  const source = index.byId.get(named)
  const possible = possibleSources({ context, known, reference })
  const choice =
    possible.length > 0
      ? phrase('Possible: {{nodes}}.', { nodes: possible })
      : phrase('No node before it has {{needed}}: connect one first.', { needed })
  if (source === undefined) {
    const what = phrase(
      '“{{node}}” takes {{needed}} from “{{source}}”, but there is no such node.',
      { node, needed, source: shorten(named) },
    )
    return inTurn(what, context.hint({ name: named, candidates: possible }), choice)
  }
  const facts = { node, needed, source: shorten(index.nodes[source]?.label ?? named) }
  if (!reachability.isUpstream({ node: source, of: known.at })) {
    const what = phrase(
      '“{{node}}” takes {{needed}} from “{{source}}”, which does not run before it.',
      facts,
    )
    return inTurn(what, choice)
  }
  // Of an unknown type nothing can be said; its type is the problem.
  if (!context.specs.has(index.nodes[source]?.type ?? '')) return null
  return flow.offers({ node: source, kind: reference.needs })
    ? null
    : inTurn(
        phrase('“{{node}}” takes {{needed}} from “{{source}}”, which has none.', facts),
        choice,
      )
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
