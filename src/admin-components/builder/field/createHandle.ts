import type { Id } from '../../../client/types.js'
import type { Say } from '../../../plugins/workflows/translations/nodeTexts/say.js'
import type { SayProblem } from '../../../plugins/workflows/translations/problemTexts/createSayProblem.js'
import type { BuilderHandle, TestRunView } from '../context.js'
import type { BuilderDocument, BuilderStore } from '../store/types.js'
import type { BuilderFacts } from './facts.js'

import { refuseInWordsOf } from '../edits/refusalWords.js'
import { createBuilderStore } from '../store/createBuilderStore.js'
import { createSpecs } from './createSpecs.js'
import { createValidator } from './createValidator.js'

/** One opened builder. `store`: of the same sitting before the template had an id. */
export function createHandle({
  facts,
  say,
  sayProblem,
  templateId,
  document,
  store,
}: {
  facts: BuilderFacts
  say: Say
  sayProblem: SayProblem
  templateId: Id | undefined
  document: BuilderDocument
  store?: BuilderStore | undefined
}): BuilderHandle {
  const { specs, rules, configSchemas } = createSpecs({ facts, say })
  refuseInWordsOf({ specs, sayProblem })
  return {
    store: store ?? createBuilderStore({ document, validate: createValidator({ specs: rules }) }),
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
