import type { ExecutionDetail, Id, JsonObject } from '../../../client/types.js'
import type { WorkflowGraph } from '../../../plugins/workflows/graph/types.js'
import type { BuilderHandle } from '../context.js'
import type { Pins } from './pins.js'

import { createCell, type Cell } from '../canvas/session/cell.js'
import { readKept, writeKept } from './kept.js'

/** What is to be tested: all of it, or what leads to one node. */
export interface TestRequest {
  upTo: string | null
  params: JsonObject
}

/** The test that is shown on the canvas, and what was drawn when it was started. */
export interface ShownTest {
  initial: ExecutionDetail
  graph: WorkflowGraph
  upTo: string | null
}

/** Tests of one opened builder: what toolbar, canvas menu and bar share. */
export interface TestSession {
  /** The dialog that asks for sample answers; null = closed. */
  asking: Cell<{ upTo: string | null } | null>
  shown: Cell<ShownTest | null>
  /** As the live execution has it; pins are taken from it. */
  detail: Cell<ExecutionDetail | null>
  pins: Cell<Pins>
}

const sessions = new WeakMap<BuilderHandle, TestSession>()

export function testSessionOf(handle: BuilderHandle): TestSession {
  const known = sessions.get(handle)
  if (known) return known
  const { templateId } = handle
  const session: TestSession = {
    asking: createCell<{ upTo: string | null } | null>(null),
    shown: createCell<ShownTest | null>(null),
    detail: createCell<ExecutionDetail | null>(null),
    pins: createCell<Pins>(readPins(templateId)),
  }
  session.pins.subscribe(() => writeKept({ what: 'pins', templateId, value: session.pins.get() }))
  sessions.set(handle, session)
  return session
}

/**
 * Pins are kept in this browser, not in the template: they name executions of one person's tests, which mean
 * nothing to colleagues, in exports or in versions, and pinning must not make the workflow modified.
 */
function readPins(templateId: Id | undefined): Pins {
  const kept = readKept({ what: 'pins', templateId })
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).flatMap(([node, pin]: [string, unknown]) =>
      isPin(pin) ? [[node, { executionId: pin.executionId, made: pin.made }]] : [],
    ),
  )
}

const isPin = (value: unknown): value is Pins[string] =>
  typeof value === 'object' &&
  value !== null &&
  'executionId' in value &&
  typeof value.executionId === 'string' &&
  'made' in value &&
  typeof value.made === 'string'
