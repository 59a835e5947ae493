'use client'

import { lazy, Suspense, useDeferredValue } from 'react'

import type { BodyProps } from './bodyProps.js'

import { Flow } from '../../flow/Flow/index.js'
import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { Skeleton } from '../../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { Outputs } from '../Outputs/index.js'
import { SidePanel } from '../SidePanel/index.js'
import { Summary } from '../Summary/index.js'
import { Timeline } from '../Timeline/index.js'
import { isOver } from '../useLiveExecution.js'
import { waitingNode } from './faces.js'

// Only those who review need the word diff.
const ReviewBoard = lazy(() =>
  import('../../review/ReviewBoard/index.js').then((module) => ({ default: module.ReviewBoard })),
)

export function DesktopBody(body: BodyProps) {
  const { face, live, props, api, now, selected, onSelect, onOpen, onFace } = body
  const { detail } = live
  // A row for every node: drawn when there is time, so that colours in the flow do not wait for it.
  const drawn = useDeferredValue(detail)
  if (face === 'review') {
    const waiting = waitingNode({ detail, wanted: props.review })
    return (
      <ErrorBoundary>
        <Suspense fallback={<Skeleton className="workflows-monitor__loading" />}>
          {waiting ? (
            <ReviewBoard
              accept={body.accept}
              api={api}
              detail={detail}
              graph={props.graph}
              key={waiting.id}
              node={waiting}
              now={now}
              onDone={() => onFace('flow')}
              refusal={props.refusal}
            />
          ) : null}
        </Suspense>
      </ErrorBoundary>
    )
  }
  if (face === 'outputs') {
    return (
      <div className="workflows-monitor__body">
        <div className="workflows-monitor__scroll">
          <ErrorBoundary>
            <Outputs api={api} detail={detail} graph={props.graph} props={props} />
          </ErrorBoundary>
        </div>
        <ErrorBoundary>
          <Summary detail={detail} onSelect={onOpen} props={props} />
        </ErrorBoundary>
      </div>
    )
  }
  const timeline = (
    <ErrorBoundary>
      <Timeline detail={drawn} now={now} onSelect={onSelect} selected={selected} />
    </ErrorBoundary>
  )
  return (
    <>
      <div className="workflows-monitor__body">
        {face === 'timeline' ? (
          <div className="workflows-monitor__tall">{timeline}</div>
        ) : (
          <FlowPart {...body} />
        )}
        <ErrorBoundary>
          <SidePanel
            controls={body.controls}
            graph={props.graph}
            live={live}
            now={now}
            onReview={() => onFace('review')}
            props={props}
            refusal={props.refusal}
            selected={selected}
          />
        </ErrorBoundary>
      </div>
      {face === 'flow' ? timeline : null}
    </>
  )
}

function FlowPart({ props, live: { detail }, views, selected, onSelect }: BodyProps) {
  const { t } = useWorkflowsTranslation()
  return (
    <div className="workflows-monitor__flow">
      <Flow
        followable={!isOver(detail)}
        graph={props.graph}
        label={t('monitor:flowOf', { name: detail.template.name })}
        onSelect={onSelect}
        selected={selected}
        views={views}
      />
    </div>
  )
}
