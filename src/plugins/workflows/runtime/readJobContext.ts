import type { ExecutionInput } from '../db/statements/readExecutionInput.js'
import type { ActingUser } from '../options.js'
import type { Engine } from './engine.js'
import type { ContextSource } from './nodeContext.js'

import { readContextSources } from './context/readContextSources.js'

/** Characters of all sources of one job together: about 30,000 tokens. */
const MAX_CHARACTERS = 120_000

/** The documents and files a job gives to the model: the launch's, the node's own, or none. */
export async function readJobContext({
  engine,
  launch,
  user,
  mode,
  documents = [],
}: {
  engine: Engine
  launch: ExecutionInput
  user: ActingUser
  mode: 'inherit' | 'none' | 'custom'
  documents?: string[]
}): Promise<ContextSource[]> {
  if (mode === 'none') return []
  const ids = mode === 'custom' ? documents : launch.contextDocuments.ids.map(String)
  return readContextSources({
    payload: engine.payload,
    user,
    options: engine.site.options,
    documents: ids,
    referenceFiles: mode === 'inherit' ? launch.referenceFiles.map(String) : [],
    maxCharacters: MAX_CHARACTERS,
  })
}
