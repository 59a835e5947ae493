'use client'

import type { NodeProps } from '@xyflow/react'

import { memo, useCallback, useSyncExternalStore } from 'react'

import type { Connecting } from '../session/session.js'
import type { CardProps, StepElement } from './types.js'

import { NodeCard } from '../../../flow/NodeCard/index.js'
import { useCellPart } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { FarCard } from './FarCard.js'
import { Port } from './Port.js'
import { HEAD, inputTop, outputBottom, ROW } from './ports.js'
import { RenameInput } from './RenameInput.js'
import { StepAside } from './StepAside.js'
import { StepLine } from './StepLine.js'
import { useTestView } from './useTestView.js'
import './step.css'

/** A node of the workflow while it is edited: a card, or a box where it cannot be read or seen anyway. */
export const StepNode = memo(function StepNode(props: NodeProps<StepElement>) {
  const { id, data, width, height } = props
  const { detail, renaming } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [detail.subscribe(id, listener), renaming.subscribe(listener)]
      return () => stops.forEach((stop) => stop())
    },
    [detail, renaming, id],
  )
  // A new one may still be a box when somebody names it, and what they type must find the field.
  const isFull = () => detail.has(id) || renaming.get() === id
  const Card = useSyncExternalStore(subscribe, isFull, isFull) ? NearCard : FarCard
  const view = useTestView(id)
  // With a test run's words in it, it is as high as those; else the browser need not lay out the others.
  const size = view ? (Card === FarCard ? { width, height } : undefined) : data.size
  return (
    <div className={view ? undefined : 'workflows-step-box'} style={size}>
      <Card {...props} view={view} />
    </div>
  )
}, isSame)

/** Its place is not drawn here, and changes with every move of the hand. */
function isSame(a: NodeProps<StepElement>, b: NodeProps<StepElement>): boolean {
  return (
    a.id === b.id &&
    a.data === b.data &&
    a.selected === b.selected &&
    a.width === b.width &&
    a.height === b.height
  )
}

/** The monitor's card with ports, problems and a menu. */
function NearCard({ id, data, selected, view }: CardProps) {
  const session = useSession()
  const isRenaming = useCellPart(session.renaming, (renaming) => renaming === id)
  const fit = useCellPart(session.connecting, (connecting) => fitOf(connecting, id))
  const { step, problems, inputs, outputs, isRoot } = data
  const classes = [
    'workflows-step',
    step.type === 'merge' && 'workflows-step--narrow',
    isRoot && 'workflows-step--root',
    view && 'workflows-step--seen',
    problems.length > 0 && 'workflows-step--wrong',
    fit && `workflows-step--${fit}`,
  ]
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      {inputs.map((port, at) => (
        <Port
          key={port.id}
          nodeId={id}
          port={port}
          side="target"
          top={inputTop({ at, of: inputs.length })}
        />
      ))}
      <NodeCard
        aside={<StepAside label={step.label} nodeId={id} problems={problems} />}
        label={isRenaming ? <RenameInput label={step.label} nodeId={id} /> : undefined}
        line={<StepLine step={step} typeLabel={data.typeLabel} />}
        selected={selected}
        step={step}
        view={view}
      />
      {outputs.map((port, at) => (
        <Port
          key={port.id}
          nodeId={id}
          port={port}
          side="source"
          top={outputTop({ at, of: outputs.length })}
        />
      ))}
    </div>
  )
}

/** While a connection is made: cards it can end at stand out, the others step back. */
function fitOf(connecting: Connecting | null, id: string): 'fits' | 'unfit' | null {
  if (!connecting || connecting.from.nodeId === id) return null
  return connecting.fitting.has(id) ? 'fits' : 'unfit'
}

/** Rows of branches are at the foot of a card, which grows above them. */
function outputTop({ at, of }: { at: number; of: number }): number | string {
  const bottom = outputBottom({ at, of })
  return bottom === null
    ? inputTop({ at: 0, of: 1 })
    : `calc(max(100%, ${HEAD + of * ROW}px) - ${bottom}px)`
}
