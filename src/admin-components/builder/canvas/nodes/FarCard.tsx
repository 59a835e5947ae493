'use client'

import type { NodeProps } from '@xyflow/react'

import type { StepElement } from './types.js'

import { useTestView } from './useTestView.js'
import './far.css'

/** A card from afar: its type's colour and its name in large letters. As large as the card itself. */
export function FarCard({ id, data, selected, width, height }: NodeProps<StepElement>) {
  const view = useTestView(id)
  const { step, problems } = data
  const classes = [
    'workflows-far',
    problems.length > 0 && 'workflows-far--wrong',
    view && `workflows-node--${view.status}`,
    selected && 'workflows-node--selected',
  ]
  const type = `--workflows-type-${step.type.replaceAll('_', '-')}`
  const colour: React.CSSProperties & { '--workflows-type': string } = {
    '--workflows-type': `var(${type}, var(--workflows-type-host))`,
    width,
    height,
  }
  return (
    <div className={classes.filter(Boolean).join(' ')} style={colour}>
      {step.label}
    </div>
  )
}
