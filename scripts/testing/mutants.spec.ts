import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { inRepository } from '../repository.js'
import { checkMutant, readMutants } from './mutants.js'

/** Running them takes ten minutes; that they have gone stale should not wait until somebody does. */
describe('mutants', () => {
  const mutants = readMutants()

  it('should be the twelve of the protocol', () => {
    expect(mutants.map(({ name }) => name.slice(0, 2))).toEqual(
      Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')),
    )
  })

  it.each(mutants)('should fit the engine as it is: $name', (mutant) => {
    expect(checkMutant(mutant)).toBeNull()
  })

  it.each(mutants)('should name a test that there is: $name', ({ test: { file, title } }) => {
    const source = readFileSync(inRepository(file), 'utf8')
    // Its beginning: what follows may be put together from a table.
    expect(source).toContain(title.slice(0, 30))
  })
})
