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
  /** Read only when there is something to read in their name. */
  user: () => Promise<ActingUser>
  mode: 'inherit' | 'none' | 'custom'
  documents?: string[]
}): Promise<ContextSource[]> {
  if (mode === 'none') return []
  const ids = mode === 'custom' ? documents : launch.contextDocuments.ids.map(String)
  const referenceFiles = mode === 'inherit' ? launch.referenceFiles.map(String) : []
  if (ids.length === 0 && referenceFiles.length === 0) return []
  return readContextSources({
    payload: engine.payload,
    user: await user(),
    options: engine.site.options,
    documents: ids,
    referenceFiles,
    maxCharacters: MAX_CHARACTERS,
  })
}
