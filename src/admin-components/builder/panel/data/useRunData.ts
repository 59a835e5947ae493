'use client'

import { useMemo, useRef } from 'react'

import type { ExecutionDetail } from '../../../../client/types.js'
import type { RunData } from './sampleScope.js'

import { useCell } from '../../canvas/session/cell.js'
import { useBuilder } from '../../context.js'
import { testSessionOf } from '../../testRun/session.js'
import { runOutputs } from './runOutputs.js'

/** What the shown test run made so far; null without one. Another object only when something was finished. */
export function useRunData(): RunData | null {
  const detail = useCell(testSessionOf(useBuilder()).detail)
  const newest = useRef(detail)
  newest.current = detail
  const key = detail ? `${detail.id} ${countDone(detail)}` : null
  return useMemo(() => {
    const known = newest.current
    if (key === null || !known) return null
    return { executionId: known.id, params: known.params, outputs: runOutputs(known.jobs) }
  }, [key])
}

const countDone = ({ jobs }: ExecutionDetail): number =>
  jobs.filter(({ status }) => status === 'completed').length
