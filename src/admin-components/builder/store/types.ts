import type {
  CanvasNote,
  GraphProblem,
  JsonObject,
  TemplateInput,
  WorkflowGraph,
} from '../../../plugins/workflows/graph/types.js'

/** All that undo brings back: the drawing, what the launch form asks, and its answers beforehand. */
export interface BuilderDocument {
  graph: WorkflowGraph & { notes: CanvasNote[] }
  inputs: TemplateInput[]
  defaultParams: JsonObject
}

/** A pure change. Answers the same object when there is nothing to change. */
export type Edit = (document: BuilderDocument) => BuilderDocument

export interface Selection {
  nodes: readonly string[]
  edges: readonly string[]
  notes: readonly string[]
}

export interface ApplyOptions {
  /**
   * Consecutive edits with the same key are one step of undo: a drag (`move`), typing in one field
   * (`config:<node>:<key>`). Any other edit, an undo or `endGesture` closes the step.
   */
  gesture?: string
  /** What is selected afterwards; undo restores the selection from before. */
  select?: Selection
}

/** What one sitting at one template knows. Nothing of React or React Flow in here. */
export interface BuilderState {
  document: BuilderDocument
  selection: Selection
  /**
   * Recomputed in the browser after every edit, when one pauses: a few tenths of a second behind the
   * document while one types or drags. `checkNow` is not.
   */
  problems: GraphProblem[]
  canUndo: boolean
  canRedo: boolean
  /** Another person's lock, no right to update, a system template, or a screen below 768 px. */
  readOnly: boolean
  /** Rises with every change of `document`, also by undo. */
  revision: number
  /** What brought the document of this revision. */
  changedBy: 'edit' | 'redo' | 'reset' | 'undo'
}

export interface BuilderStore {
  getState: () => BuilderState
  /** @returns unsubscribe */
  subscribe: (listener: () => void) => () => void
  /** Does nothing while read-only. */
  apply: (edit: Edit, options?: ApplyOptions) => void
  endGesture: () => void
  undo: () => void
  redo: () => void
  select: (selection: Partial<Selection>) => void
  setReadOnly: (readOnly: boolean) => void
  /** Another document altogether (a restored version, a reload): forgets undo. */
  reset: (document: BuilderDocument) => void
  /** Problems of exactly this document, now: before a save, a launch or a test run. */
  checkNow: () => GraphProblem[]
  /** What only the server can know, said when it refused a publish; forgotten at the next edit. */
  setServerProblems: (problems: GraphProblem[]) => void
}
