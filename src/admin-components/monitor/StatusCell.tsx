'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useWorkflowsIfAny } from '../active-workflows/context.js'
import { pillOf } from '../active-workflows/groupExecutions.js'
import { type PillStatus, STATUS_ICONS, StatusPill } from '../shared/StatusPill/index.js'
import '../shared/tokens.css'

/** The status in Payload's table: colour, icon and word. */
export function ExecutionStatusCell({ cellData, rowData }: DefaultCellComponentProps) {
  const workflows = useWorkflowsIfAny()
  // The table selects its columns only; why something is paused is in the list behind the header's icon.
  const known = workflows?.active?.find(({ id }) => id === rowData?.id)
  if (!isStatus(cellData)) return null
  return (
    // Payload's table shapes what is right inside a cell.
    <div>
      <StatusPill status={known?.status === cellData ? pillOf(known) : cellData} />
    </div>
  )
}

const isStatus = (value: unknown): value is PillStatus =>
  typeof value === 'string' && Object.hasOwn(STATUS_ICONS, value)
