'use client'

import { Handle, Position } from '@xyflow/react'
import { memo } from 'react'

import type { PortSpec } from '../../../../plugins/workflows/graph/types.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useCellPart } from '../session/cell.js'
import { portKey, useSession } from '../session/session.js'
import { DOT } from './ports.js'

/** A dot that edges start or end at. Its name says what goes through it. */
export const Port = memo(function Port({
  nodeId,
  port,
  side,
  top,
}: {
  nodeId: string
  port: PortSpec
  side: 'source' | 'target'
  top: number | string
}) {
  const { t } = useWorkflowsTranslation()
  const session = useSession()
  const fits = useCellPart(
    session.connecting,
    (connecting) => connecting?.verdicts.get(portKey(nodeId, port.id)) === null,
  )
  const kinds = port.kinds.map((kind) => t(`builder:kind_${kind}`)).join(', ')
  const name = [port.label, kinds].filter(Boolean).join(' · ')
  return (
    <Handle
      className={`workflows-port workflows-port--${side}${fits ? ' workflows-port--fits' : ''}`}
      id={port.id}
      position={side === 'source' ? Position.Right : Position.Left}
      style={{ ...LOOK, ...(side === 'source' ? { right: BESIDE } : { left: BESIDE }), top }}
      title={t(side === 'source' ? 'builder:outputPort' : 'builder:inputPort', { name })}
      type={side}
    />
  )
})

const BESIDE = -DOT / 2

// Inline, because React Flow's own style sheet is in no layer and would win over ours; what changes
// comes through variables.
const LOOK: React.CSSProperties = {
  width: DOT,
  minWidth: DOT,
  height: DOT,
  minHeight: DOT,
  border: '1.5px solid var(--workflows-port-line, var(--workflows-edge))',
  borderRadius: DOT / 2,
  // Instead of React Flow's translate: each transform is a layer for the browser to sort, on every frame.
  transform: 'none',
  marginTop: BESIDE,
  background: 'var(--workflows-port-fill, var(--workflows-surface))',
}
