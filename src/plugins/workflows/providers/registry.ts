import { PermanentNodeError } from '../runtime/errors.js'
import type { Provider } from './types.js'

export interface ProviderRegistry {
  /** The provider of that name; the first one without a name. Throws PermanentNodeError `unknown_provider`. */
  get: (id?: string) => Provider
  /** In the order of the options; the first is the default. */
  list: () => Provider[]
}

/** Finds providers by id. Throws an Error at start when there is none, or when two share an id. */
export function createProviderRegistry({
  providers,
}: {
  providers: readonly Provider[]
}): ProviderRegistry {
  const byId = new Map(providers.map((provider) => [provider.id, provider]))
  const [first] = providers
  if (!first) throw new Error('payload-workflows needs at least one provider.')
  if (byId.size < providers.length) {
    const ids = providers.map(({ id }) => id)
    const twice = ids.find((id, position) => ids.indexOf(id) !== position)
    throw new Error(`Two providers are named "${twice}". Give one of them another id.`)
  }
  return {
    get: (id) => {
      if (!id) return first
      const provider = byId.get(id)
      if (provider) return provider
      throw new PermanentNodeError({
        code: 'unknown_provider',
        message: `There is no provider named "${id}". Known: ${[...byId.keys()].join(', ')}.`,
      })
    },
    list: () => [...providers],
  }
}
