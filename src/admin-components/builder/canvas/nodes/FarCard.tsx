'use client'

import type { CardProps } from './types.js'

import { fitLabel } from './fitLabel.js'
import './far.css'

/** Colour bar, paddings and border, in far.css. */
const BESIDE = 42

/** A card from afar: its type's colour and its name in large letters. */
export function FarCard({ data, selected, view }: CardProps) {
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
  }
  return (
    <div className={classes.filter(Boolean).join(' ')} style={colour}>
      {fitLabel({ label: step.label, width: data.size.width - BESIDE })}
    </div>
  )
}
