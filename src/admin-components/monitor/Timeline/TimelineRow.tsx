'use client'

import { memo } from 'react'

import type { NodeState } from '../../../plugins/workflows/operations/executions/types.js'
import type { Bar } from './lanes.js'
import type { TimeScale } from './scale.js'

import { NodeTile } from '../../flow/NodeTile/index.js'
import { TimelineBar } from './TimelineBar.js'

interface Props {
  node: Pick<NodeState, 'id' | 'label' | 'type'>
  lanes: Bar[][]
  scale: TimeScale
  isSelected: boolean
  onSelect: (id: string) => void
}

/** One node. With 200 of them, those of which nothing moved are not drawn again. */
export const TimelineRow = memo(function TimelineRow({
  node: { id, type, label },
  lanes,
  scale: { at },
  isSelected,
  onSelect,
}: Props) {
  const place = (ms: number) => `${at(ms) * 100}%`
  const width = (from: number, to: number) => `${(at(to) - at(from)) * 100}%`
  return (
    <button
      aria-pressed={isSelected}
      className="workflows-timeline__row"
      onClick={() => onSelect(id)}
      type="button"
    >
      <span className="workflows-timeline__name">
        <NodeTile size="small" type={type} />
        <span className="workflows-timeline__label" title={label}>
          {label}
        </span>
      </span>
      <span className="workflows-timeline__lanes">
        {lanes.map((lane) => (
          <span className="workflows-timeline__lane" key={lane[0]?.key}>
            {lane.map((bar) => (
              <TimelineBar bar={bar} key={bar.key} place={place} width={width} />
            ))}
          </span>
        ))}
      </span>
    </button>
  )
}, isSame)

function isSame(a: Props, b: Props): boolean {
  return (
    a.scale.key === b.scale.key &&
    a.isSelected === b.isSelected &&
    a.onSelect === b.onSelect &&
    a.node.id === b.node.id &&
    a.node.label === b.node.label &&
    a.node.type === b.node.type &&
    wordsOf(a.lanes) === wordsOf(b.lanes)
  )
}

const wordsOf = (lanes: Bar[][]): string =>
  lanes
    .map((lane) =>
      lane.map(({ key, queued, start, end, look }) => [key, queued, start, end, look]).join(),
    )
    .join(';')
