'use client'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'

import type { BuilderHandle } from '../context.js'
import type { SaveStatus } from '../toolbar/useSave.js'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useCell } from '../canvas/session/cell.js'
import { takeAsked } from '../toolbar/afterFirstSave.js'
import { readKept, writeKept } from './kept.js'
import { dropStalePins } from './pinActs.js'
import { registerTestMenu } from './registerTestMenu.js'
import { testSessionOf } from './session.js'
import { TestRunBar } from './TestRunBar.js'
import { TestRunDialog } from './TestRunDialog.js'
import { useStartTest } from './useStartTest.js'

/** How long a node is left alone after a change before its pin is judged: nobody unpins by a slip. */
const SETTLE_MS = 600

/** Dialog and bar of test runs, and what keeps pins honest. */
export function TestRun({
  handle,
  save,
  builder,
  onLaunch,
}: {
  handle: BuilderHandle
  save: (as: SaveStatus) => Promise<boolean>
  /** The bar floats over its canvas. */
  builder: Element | null
  /** A launch that was asked for before the workflow had an id. */
  onLaunch: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const { id } = useDocumentInfo()
  const session = testSessionOf(handle)
  const asking = useCell(session.asking)
  const shown = useCell(session.shown)
  const start = useStartTest({ handle, save })
  const { templateId, store } = handle
  const canvas = shown && builder?.querySelector('.workflows-builder__canvas')
  useEarlierTest(handle)
  useEffect(registerTestMenu, [])

  const takeUp = useEffectEvent(() => {
    const asked = takeAsked()
    if (asked?.kind === 'launch') onLaunch()
    if (asked?.kind === 'test') {
      void start(asked.request).then((why) => {
        if (why !== null) toast.error(why)
      })
    }
  })
  useEffect(() => {
    if (id !== undefined) takeUp()
  }, [id])

  useEffect(
    () =>
      session.shown.subscribe(() => {
        const run = session.shown.get()
        const value = run ? { id: run.initial.id, upTo: run.upTo } : null
        writeKept({ what: 'run', templateId, value })
      }),
    [session, templateId],
  )

  const judgePins = useEffectEvent(() => {
    const dropped = dropStalePins(handle)
    if (dropped.length === 0) return
    toast.info(t('toolbar:pinDropped', { names: dropped.map((name) => `“${name}”`).join(', ') }))
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let { document } = store.getState()
    const unsubscribe = store.subscribe(() => {
      const next = store.getState().document
      if (next === document) return
      document = next
      clearTimeout(timer)
      timer = setTimeout(judgePins, SETTLE_MS)
    })
    judgePins()
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [store])

  return (
    <>
      {asking ? (
        <TestRunDialog
          handle={handle}
          onClose={() => session.asking.set(null)}
          onStart={start}
          upTo={asking.upTo}
        />
      ) : null}
      {shown && canvas
        ? createPortal(
            <ErrorBoundary>
              <TestRunBar
                handle={handle}
                key={shown.initial.id}
                onAgain={() => session.asking.set({ upTo: shown.upTo })}
                onClose={() => session.shown.set(null)}
                shown={shown}
              />
            </ErrorBoundary>,
            canvas,
          )
        : null}
    </>
  )
}

/** A reload does not lose sight of the test, nor of what it made. */
function useEarlierTest(handle: BuilderHandle): void {
  const api = useWorkflowsApi()
  useEffect(() => {
    const session = testSessionOf(handle)
    const kept = readKept({ what: 'run', templateId: handle.templateId })
    if (session.shown.get() || typeof kept !== 'object' || kept === null) return
    if (!('id' in kept) || typeof kept.id !== 'string') return
    const upTo = 'upTo' in kept && typeof kept.upTo === 'string' ? kept.upTo : null
    const controller = new AbortController()
    const { id } = kept
    const { signal } = controller
    Promise.all([
      api.executions.get({ id, signal }),
      api.request<{ snapshot?: { graph?: unknown } }>({
        path: `/workflow-executions/${id}`,
        query: { depth: 0, select: { snapshot: true } },
        signal,
      }),
    ])
      .then(([initial, { snapshot }]) => {
        const graph = snapshot?.graph
        if (!isGraph(graph) || session.shown.get()) return
        session.detail.set(initial)
        session.shown.set({ initial, graph, upTo })
      })
      // Deleted meanwhile, or not this user's: there is nothing to show.
      .catch(() => undefined)
    return () => controller.abort()
  }, [api, handle])
}

const isGraph = (
  value: unknown,
): value is ReturnType<BuilderHandle['store']['getState']>['document']['graph'] =>
  typeof value === 'object' && value !== null && 'nodes' in value && Array.isArray(value.nodes)
