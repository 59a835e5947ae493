import type { Id } from '../../../client/types.js'
import type { BuilderHandle, TestRunView } from '../context.js'
import type { BuilderDocument, BuilderStore } from '../store/types.js'
import type { BuilderFacts } from './facts.js'

import { createBuilderStore } from '../store/createBuilderStore.js'
import { createSpecs } from './createSpecs.js'
import { createValidator } from './createValidator.js'

/** One opened builder. `store`: of the same sitting before the template had an id. */
export function createHandle({
  facts,
  templateId,
  document,
  store,
}: {
  facts: BuilderFacts
  templateId: Id | undefined
  document: BuilderDocument
  store?: BuilderStore | undefined
}): BuilderHandle {
  const { specs, configSchemas } = createSpecs(facts)
  return {
    store: store ?? createBuilderStore({ document, validate: createValidator({ specs }) }),
    templateId,
    specs,
    configSchemas,
    canvas: { current: null },
    testRun: createTestRunCell(),
  }
}

function createTestRunCell(): BuilderHandle['testRun'] {
  const listeners = new Set<() => void>()
  const cell: BuilderHandle['testRun'] = {
    current: null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show: (view: TestRunView | null) => {
      cell.current = view
      for (const listener of [...listeners]) listener()
    },
  }
  return cell
}
