'use client'

import type { DefaultCellComponentProps } from 'payload'

import { type PillStatus, STATUS_ICONS, StatusPill } from '../shared/StatusPill/index.js'
import '../shared/tokens.css'

/** The status in Payload's table: colour, icon and word. */
export function ExecutionStatusCell({ cellData }: DefaultCellComponentProps) {
  return isStatus(cellData) ? <StatusPill status={cellData} /> : null
}

const isStatus = (value: unknown): value is PillStatus =>
  typeof value === 'string' && Object.hasOwn(STATUS_ICONS, value)
