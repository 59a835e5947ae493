import { describe, expect, it } from 'vitest'

import { PermanentNodeError } from '../runtime/errors.js'
import { demoProvider } from './demo/demoProvider.js'
import { openAIProvider } from './openai.js'
import { createProviderRegistry } from './registry.js'

const openai = openAIProvider({ apiKey: 'k' })
const demo = demoProvider()

describe('createProviderRegistry', () => {
  it('should answer with the first provider when none is named', () => {
    const registry = createProviderRegistry({ providers: [openai, demo] })
    expect(registry.get()).toBe(openai)
    expect(registry.get('')).toBe(openai)
    expect(registry.get('demo')).toBe(demo)
    expect(registry.list()).toEqual([openai, demo])
  })

  it('should name the known providers when one is unknown', () => {
    const registry = createProviderRegistry({ providers: [openai, demo] })
    expect(() => registry.get('claude')).toThrow(PermanentNodeError)
    expect(() => registry.get('claude')).toThrow(
      'There is no provider named "claude". Known: openai, demo.',
    )
  })

  it('should refuse an empty list and double names', () => {
    expect(() => createProviderRegistry({ providers: [] })).toThrow('at least one provider')
    expect(() => createProviderRegistry({ providers: [demo, demo] })).toThrow('named "demo"')
  })
})
