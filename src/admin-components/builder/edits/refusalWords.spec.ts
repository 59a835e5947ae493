import { describe, expect, it } from 'vitest'

import type { BuilderDocument } from '../store/types.js'

import { specMap } from '../../../plugins/workflows/nodes/specs.js'
import { createSayProblem } from '../../../plugins/workflows/translations/problemTexts/createSayProblem.js'
import { checkConnection } from './connectionCheck.js'
import { refuseInWordsOf } from './refusalWords.js'

const step = (id: string, type: string) => ({
  id,
  type,
  label: id,
  position: { x: 0, y: 0 },
  config: {},
})

const document: BuilderDocument = {
  graph: {
    nodes: [step('a', 'attach_to_document'), step('b', 'attach_to_document')],
    edges: [],
    notes: [],
  },
  inputs: [],
  defaultParams: {},
}

describe('refusals', () => {
  it('should be said in the language that the node types of the builder came in', () => {
    const specs = specMap()
    const refusal = (target: string) => checkConnection({ document, specs, source: 'a', target })
    expect(refusal('a')).toMatchObject({ reason: '“a” cannot be connected to itself.' })
    refuseInWordsOf({ specs, sayProblem: createSayProblem({ language: 'de', translations: {} }) })
    expect(refusal('a')).toMatchObject({
      reason: '„a“ kann nicht mit sich selbst verbunden werden.',
    })
    expect(refusal('b')).toMatchObject({
      reason:
        '„a“ kann nicht mit „b“ verbunden werden: Weitergegeben wird nur „weiter“, ankommen muss dort aber Texte, Bilder oder was hereinkam.',
    })
    // Another builder in the same tab has node types of its own.
    expect(checkConnection({ document, specs: specMap(), source: 'a', target: 'a' })).toMatchObject(
      { reason: '“a” cannot be connected to itself.' },
    )
  })
})
