import { describe, expect, it } from 'vitest'

import { builtInSpecs } from '../../../plugins/workflows/nodes/specs.js'
import { groupTypes } from './groupTypes.js'

const typesOf = (search: string) =>
  groupTypes({ specs: builtInSpecs, search }).flatMap(({ specs }) => specs.map(({ type }) => type))

describe('the palette', () => {
  it('should show every type once, under headings in a fixed order', () => {
    const groups = groupTypes({ specs: builtInSpecs })
    expect(groups.map(({ group }) => group)).toEqual(['write', 'image', 'attach', 'people', 'flow'])
    expect(groups.flatMap(({ specs }) => specs)).toHaveLength(builtInSpecs.length)
  })

  it('should find by name, type and description, in any letter case and word order', () => {
    expect(typesOf('IMAGE generate')).toContain('generate_image')
    expect(typesOf('attach_to')).toEqual([])
    expect(typesOf('attach to')).toContain('attach_to_document')
    expect(typesOf('person approves')).toEqual(['review'])
  })

  it('should leave out headings with nothing under them', () => {
    expect(groupTypes({ specs: builtInSpecs, search: 'no such thing' })).toEqual([])
  })
})
