'use client'

import { useEffect, useEffectEvent, useId, useRef } from 'react'

import type { GraphProblem } from '../../../plugins/workflows/graph/types.js'
import type { BuilderHandle } from '../context.js'

import { Icon } from '../../shared/Icon/index.js'
import { useSayProblem } from '../useSayProblem.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** A problem, or that the workflow has no name: that is the form's, not the graph's. */
export type ListedProblem = Pick<GraphProblem, 'edgeId' | 'message' | 'nodeId' | 'path' | 'words'>

/** How many problems there are; opened, which. Choosing one goes there. */
export function Problems({
  handle,
  problems,
  isOpen,
  isBlocking,
  onOpen,
  onClose,
  onChoose,
}: {
  handle: BuilderHandle
  problems: readonly ListedProblem[]
  isOpen: boolean
  /** Opened by a launch that could not be. */
  isBlocking: boolean
  onOpen: () => void
  onClose: () => void
  onChoose: (problem: ListedProblem) => void
}) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayProblem()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const title = useId()
  const close = useEffectEvent(onClose)
  const count = problems.length
  useEffect(() => {
    if (!isOpen) return
    panel.current?.querySelector('button')?.focus()
    const onPress = ({ target }: PointerEvent) => {
      const isOurs = target instanceof Element && target.closest('.workflows-problems')
      if (!isOurs) close()
    }
    document.addEventListener('pointerdown', onPress, true)
    return () => document.removeEventListener('pointerdown', onPress, true)
  }, [isOpen])

  if (count === 0) return null
  const labels = new Map(
    handle.store.getState().document.graph.nodes.map(({ id, label }) => [id, label]),
  )
  const leave = () => {
    onClose()
    button.current?.focus()
  }
  return (
    <div className="workflows-problems">
      <button
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        className="workflows-problems__pill"
        onClick={isOpen ? onClose : onOpen}
        ref={button}
        type="button"
      >
        <Icon name="warn" />
        {t('toolbar:problems', { count })}
      </button>
      {isOpen ? (
        <div
          aria-labelledby={title}
          className="workflows-problems__panel"
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape') leave()
          }}
          ref={panel}
          role="dialog"
        >
          <h2
            className="workflows-problems__title"
            id={title}
            role={isBlocking ? 'alert' : undefined}
          >
            {isBlocking ? t('toolbar:publishBlocked', { count }) : t('toolbar:problemsTitle')}
          </h2>
          <ul className="workflows-problems__list">
            {problems.map((problem, at) => (
              <li key={`${problem.path} ${at}`}>
                <button
                  className="workflows-problems__item"
                  onClick={() => {
                    onClose()
                    onChoose(problem)
                  }}
                  type="button"
                >
                  <span className="workflows-problems__where" dir="auto">
                    {(problem.nodeId && labels.get(problem.nodeId)) || t('toolbar:whole')}
                  </span>
                  <span dir="auto">{sayProblem(problem)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
