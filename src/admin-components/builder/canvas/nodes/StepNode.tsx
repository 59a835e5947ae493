'use client'

import type { NodeProps } from '@xyflow/react'

import { memo } from 'react'

import type { Connecting } from '../session/session.js'
import type { StepElement } from './types.js'

import { NodeCard } from '../../../flow/NodeCard/index.js'
import { useCell, useCellPart } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { FarCard } from './FarCard.js'
import { Port } from './Port.js'
import { HEAD, inputTop, outputBottom, ROW } from './ports.js'
import { RenameInput } from './RenameInput.js'
import { StepAside } from './StepAside.js'
import { StepLine } from './StepLine.js'
import { useTestView } from './useTestView.js'
import './step.css'

/** A node of the workflow while it is edited: a box from afar, else a card. */
export const StepNode = memo(function StepNode(props: NodeProps<StepElement>) {
  const isFar = useCell(useSession().isFar)
  return isFar ? <FarCard {...props} /> : <NearCard {...props} />
})

/** The monitor's card with ports, problems and a menu. */
function NearCard({ id, data, selected }: NodeProps<StepElement>) {
  const session = useSession()
  const view = useTestView(id)
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
