'use client'

import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'

import type { BodyProps } from './bodyProps.js'

import { Skeleton } from '../../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { HeaderActions } from '../Header/HeaderActions.js'
import { Outputs } from '../Outputs/index.js'
import { ActivityPanel } from '../SidePanel/ActivityPanel.js'
import { NodePanel } from '../SidePanel/NodePanel.js'
import { ParamsPanel } from '../SidePanel/ParamsPanel.js'
import { Tabs } from '../SidePanel/Tabs.js'
import { Steps } from '../Steps/index.js'
import { Totals } from '../Totals/index.js'
import { useToastsAbove } from '../useToastsAbove.js'
import { waitingNode } from './faces.js'

const ReviewBoard = lazy(() =>
  import('../../review/ReviewBoard/index.js').then((module) => ({ default: module.ReviewBoard })),
)

type Key = 'activity' | 'outputs' | 'params' | 'steps'

/** No canvas: nodes in a list, outputs under their own tab, what one can do in a bar at the bottom. */
export function PhoneBody(body: BodyProps) {
  const { props, live, views, now, api, face, onFace, controls, chosen, onSelect } = body
  const { t } = useWorkflowsTranslation()
  const { detail } = live
  const made = detail.outputs.documents.length + detail.outputs.media.length
  const [tab, setTab] = useState<Key>(detail.status === 'completed' ? 'outputs' : 'steps')
  const [open, setOpen] = useState<string | null>(chosen ?? detail.error?.nodeId ?? null)
  const toggle = (id: string | null) => {
    setOpen(id)
    onSelect(id)
  }
  const waiting = waitingNode({ detail, wanted: props.review })
  if (face === 'review' && waiting) {
    return (
      <Suspense fallback={<Skeleton className="workflows-monitor__loading" />}>
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
      </Suspense>
    )
  }
  return (
    <>
      <Tabs
        label={t('monitor:details')}
        onChange={setTab}
        tabs={[
          { key: 'steps', label: t('monitor:tabSteps') },
          { key: 'outputs', label: t('monitor:tabOutputs'), count: made },
          { key: 'activity', label: t('monitor:tabActivity') },
          { key: 'params', label: t('monitor:tabParams') },
        ]}
        value={tab}
      >
        {tab === 'steps' ? (
          <Steps
            graph={props.graph}
            onSelect={toggle}
            order={detail.nodes.map(({ id }) => id)}
            selected={open}
            views={views}
          >
            <NodePanel
              controls={controls}
              graph={props.graph}
              itemCosts={props.itemCosts}
              live={live}
              media={props.slugs.media}
              names={props.names}
              nodeId={open}
              now={now}
              onReview={() => onFace('review')}
              refusal={props.refusal}
            />
          </Steps>
        ) : tab === 'outputs' ? (
          <Outputs api={api} detail={detail} graph={props.graph} props={props} />
        ) : tab === 'activity' ? (
          <ActivityPanel live={live} now={now} />
        ) : (
          <ParamsPanel
            controls={controls}
            detail={detail}
            inputs={props.inputs}
            refusal={props.refusal}
          />
        )}
        <Totals detail={detail} names={props.names} now={now} />
      </Tabs>
      <Bar>
        <HeaderActions
          compact
          controls={controls}
          detail={detail}
          onReview={() => onFace('review')}
          props={props}
          refusal={props.refusal}
        />
      </Bar>
    </>
  )
}

function Bar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  useToastsAbove(bar)
  return (
    <div className="workflows-monitor__bar" ref={bar}>
      {children}
    </div>
  )
}
