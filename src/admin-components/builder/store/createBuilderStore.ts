import type { GraphProblem } from '../../../plugins/workflows/graph/types.js'
import type {
  ApplyOptions,
  BuilderDocument,
  BuilderState,
  BuilderStore,
  Edit,
  Selection,
} from './types.js'

import { createHistory } from './history.js'
import { EMPTY_SELECTION, keepSelectable, mergeSelection } from './selection.js'

/** Longer than between two keys of a quick typist, shorter than one waits for an answer. */
const PAUSE_MS = 180

/**
 * The state of one sitting, without React: snapshots that never change, and listeners. Problems are
 * computed when one pauses, because judging 500 nodes at every key would make typing slow.
 */
export function createBuilderStore({
  document: start,
  validate,
  readOnly = false,
  pauseMs = PAUSE_MS,
}: {
  document: BuilderDocument
  validate: (document: BuilderDocument) => GraphProblem[]
  readOnly?: boolean
  pauseMs?: number
}): BuilderStore {
  const listeners = new Set<() => void>()
  const history = createHistory()
  let judged: BuilderDocument | null = start
  let found = validate(start)
  let fromServer: GraphProblem[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: BuilderState = {
    document: start,
    selection: EMPTY_SELECTION,
    problems: found,
    canUndo: false,
    canRedo: false,
    readOnly,
    revision: 0,
    changedBy: 'reset',
  }

  const set = (changes: Partial<BuilderState>) => {
    state = { ...state, ...changes }
    for (const listener of [...listeners]) listener()
  }

  const judge = (): GraphProblem[] => {
    clearTimeout(timer)
    timer = undefined
    if (judged !== state.document) {
      judged = state.document
      found = validate(state.document)
    }
    const problems = withServer(found, fromServer)
    if (!isSameList(problems, state.problems)) set({ problems })
    return state.problems
  }

  const show = ({
    document,
    selection,
    changedBy,
  }: {
    document: BuilderDocument
    selection: Selection
    changedBy: BuilderState['changedBy']
  }) => {
    fromServer = []
    clearTimeout(timer)
    timer = setTimeout(judge, pauseMs)
    set({
      document,
      selection: keepSelectable({ selection, document }),
      canUndo: history.canUndo(),
      canRedo: history.canRedo(),
      revision: state.revision + 1,
      changedBy,
    })
  }

  const select = (changes: Partial<Selection>) => {
    const merged = mergeSelection(state.selection, changes)
    const selection = keepSelectable({ selection: merged, document: state.document })
    if (selection !== state.selection) set({ selection })
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply: (edit: Edit, options: ApplyOptions = {}) => {
      if (state.readOnly) return
      const { document, selection } = state
      const next = edit(document)
      if (next === document) {
        if (options.select) select(options.select)
        return
      }
      history.record({ before: { document, selection }, gesture: options.gesture })
      show({ document: next, selection: options.select ?? selection, changedBy: 'edit' })
    },
    endGesture: history.endGesture,
    undo: () => {
      if (state.readOnly) return
      const step = history.undo({ document: state.document, selection: state.selection })
      if (step) show({ ...step, changedBy: 'undo' })
    },
    redo: () => {
      if (state.readOnly) return
      const step = history.redo({ document: state.document, selection: state.selection })
      if (step) show({ ...step, changedBy: 'redo' })
    },
    select,
    setReadOnly: (next) => {
      if (next !== state.readOnly) set({ readOnly: next })
    },
    reset: (document) => {
      history.forget()
      show({ document, selection: EMPTY_SELECTION, changedBy: 'reset' })
      judge()
    },
    checkNow: judge,
    setServerProblems: (problems) => {
      fromServer = problems
      judge()
    },
  }
}

/** The browser's own sentence stands where both say the same. */
function withServer(own: GraphProblem[], server: GraphProblem[]): GraphProblem[] {
  const seen = new Set(own.map(({ code, path }) => `${code} ${path}`))
  const more = server.filter(({ code, path }) => !seen.has(`${code} ${path}`))
  return more.length > 0 ? [...own, ...more] : own
}

/** Most edits change no problem; then nothing that draws problems has to draw again. */
function isSameList(a: GraphProblem[], b: GraphProblem[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((problem, at) => {
      const other = b[at]
      return (
        other !== undefined &&
        problem.code === other.code &&
        problem.message === other.message &&
        problem.path === other.path &&
        problem.nodeId === other.nodeId &&
        problem.edgeId === other.edgeId
      )
    })
  )
}
