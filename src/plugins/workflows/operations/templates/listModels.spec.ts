import type { PayloadRequest } from 'payload'

import { describe, expect, it, vi } from 'vitest'

import type { Provider } from '../../providers/types.js'

import { PLUGIN_SLUG } from '../../slugs.js'
import { listModels } from './listModels.js'

const provider = (id: string, listed: Provider['listModels']) =>
  ({
    id,
    label: id,
    isDemo: false,
    textModel: 'gpt-5',
    imageModel: 'gpt-image-1',
    capabilities: { images: true },
    listModels: listed,
  }) as Provider

const ask = (providers: Provider[]) => {
  const options = { users: { collection: 'users' }, prices: {} }
  const config = { custom: { [PLUGIN_SLUG]: { providers, options } } }
  const logger = { warn: vi.fn() }
  const user = { id: 1, collection: 'users' }
  return listModels({ req: { user, payload: { config, logger } } as unknown as PayloadRequest })
}

describe('the models of a site', () => {
  it('should be sorted by what they make, without what makes neither', async () => {
    const all = ['dall-e-3', 'gpt-5', 'gpt-image-1', 'text-embedding-3', 'whisper-1']
    const { providers } = await ask([provider('a', async () => all)])
    expect(providers[0]).toMatchObject({ text: ['gpt-5'], image: ['dall-e-3', 'gpt-image-1'] })
  })

  it('should be an empty list for a provider that does not answer, and the others all the same', async () => {
    const down = provider('down', async () => {
      throw new Error('no route')
    })
    const { providers } = await ask([down, provider('up', async () => ['gpt-5'])])
    expect(providers.map(({ name, text }) => [name, text])).toEqual([
      ['down', []],
      ['up', ['gpt-5']],
    ])
  })

  it('should be asked for once in some minutes, however many want to know', async () => {
    const listed = vi.fn(async () => ['gpt-5'])
    const one = provider('one', listed)
    await Promise.all([ask([one]), ask([one])])
    await ask([one])
    expect(listed).toHaveBeenCalledTimes(1)
  })

  it('should not wait for a provider that ignores its signal', async () => {
    const signal = AbortSignal.abort(new Error('over'))
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(signal)
    const { providers } = await ask([provider('slow', () => new Promise(() => {}))])
    expect(providers[0]?.text).toEqual([])
    timeout.mockRestore()
  })
})
