'use client'

import { useState } from 'react'

import type { FlowGraph } from '../../flow/types.js'
import type { LiveState } from '../applyEvent.js'
import type { MonitorProps } from '../types.js'
import type { Controls } from '../useControls.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActivityPanel } from './ActivityPanel.js'
import { NodePanel } from './NodePanel.js'
import { OutputList } from './OutputList.js'
import { ParamsPanel } from './ParamsPanel.js'
import { Tabs } from './Tabs.js'
import './index.css'
import './items.css'

type Key = 'activity' | 'node' | 'outputs' | 'params'

/** Follows the selected node; the other tabs are about the whole execution. */
export function SidePanel({
  live,
  graph,
  props: { inputs, itemCosts, slugs, names },
  selected,
  now,
  controls,
  refusal,
  onReview,
}: {
  live: LiveState
  graph: FlowGraph
  props: MonitorProps
  selected: string | null
  now: number
  controls: Controls
  refusal: string | null
  onReview: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const [tab, setTab] = useState<Key>('node')
  const [followed, setFollowed] = useState(selected)
  if (followed !== selected) {
    setFollowed(selected)
    setTab('node')
  }
  const { detail } = live
  const made = detail.outputs.documents.length + detail.outputs.media.length
  return (
    <aside aria-label={t('monitor:details')} className="workflows-side">
      <Tabs
        label={t('monitor:details')}
        onChange={setTab}
        tabs={[
          { key: 'node', label: t('monitor:tabNode') },
          { key: 'outputs', label: t('monitor:tabOutputs'), count: made },
          { key: 'activity', label: t('monitor:tabActivity') },
          { key: 'params', label: t('monitor:tabParams') },
        ]}
        value={tab}
      >
        {tab === 'node' ? (
          <NodePanel
            controls={controls}
            graph={graph}
            itemCosts={itemCosts}
            live={live}
            media={slugs.media}
            names={names}
            nodeId={selected}
            now={now}
            onReview={onReview}
            refusal={refusal}
          />
        ) : tab === 'outputs' ? (
          <OutputList detail={detail} media={slugs.media} />
        ) : tab === 'activity' ? (
          <ActivityPanel live={live} now={now} />
        ) : (
          <ParamsPanel controls={controls} detail={detail} inputs={inputs} refusal={refusal} />
        )}
      </Tabs>
    </aside>
  )
}
