import { describe, expect, it } from 'vitest'

import { createSay } from '../../../plugins/workflows/translations/nodeTexts/createSay.js'
import { newNode } from '../edits/addNode.js'
import { readFields } from '../panel/form/readFields.js'
import { createSpecs } from './createSpecs.js'

const say = createSay({ language: 'de', translations: {} })
const shout = {
  type: 'shout',
  label: 'Review',
  description: 'Merge',
  icon: 'pen',
  category: 'custom' as const,
  inputs: [{ id: 'in', label: 'After', kinds: ['pass' as const] }],
  outputs: [],
  outputFields: [],
  templateFields: [],
  produces: 'pass' as const,
  configSchema: {
    type: 'object',
    properties: { a: { type: 'string', field: { control: 'text', label: 'Prompt' } } },
  },
}
const { specs, rules, configSchemas } = createSpecs({ facts: { hostNodeTypes: [shout] }, say })

describe('specs of the builder', () => {
  it('should speak the language of the editor in palette, cards and settings', () => {
    expect(specs.get('review')).toMatchObject({
      label: 'Prüfung',
      outputs: [{ id: 'out', label: 'Weitergelassen' }],
    })
    const [kind] = readFields(configSchemas.get('review'))
    expect(kind).toMatchObject({
      key: 'reviewType',
      label: 'Art der Prüfung',
      options: [
        { value: 'approval', label: 'Freigeben oder ablehnen' },
        { value: 'selection', label: 'Auswählen, was weitergeht' },
        { value: 'edit', label: 'Bearbeiten, dann freigeben' },
      ],
    })
  })

  it('should keep a host’s own words, even where they are the same as ours', () => {
    expect(specs.get('shout')).toMatchObject({ label: 'Review', description: 'Merge' })
    expect(readFields(configSchemas.get('shout'))).toMatchObject([{ label: 'Prompt' }])
  })

  it('should judge a graph by the English specs, in the same sentences as the server', () => {
    expect(rules.get('review')).toMatchObject({ label: 'Review' })
  })

  it('should name a new node as the palette does, with an id that prompts can hold', () => {
    const spec = specs.get('review')
    if (!spec) throw new Error('There is no review.')
    const document = { graph: { nodes: [], edges: [], notes: [] }, inputs: [], defaultParams: {} }
    expect(newNode({ document, spec, position: { x: 0, y: 0 } })).toMatchObject({
      id: 'prufung',
      label: 'Prüfung',
      type: 'review',
    })
  })
})
