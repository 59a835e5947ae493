'use client'

import { useEffect, useMemo } from 'react'

import type { ExecutionDetail } from '../../../client/types.js'
import type { CardView } from '../../flow/types.js'
import type { BuilderHandle } from '../context.js'

/** Shows the states of a test on the cards of the canvas, until it is closed. */
export function useShowOnCanvas({
  handle: { testRun },
  detail,
  views,
}: {
  handle: BuilderHandle
  detail: ExecutionDetail
  views: ReadonlyMap<string, CardView>
}): void {
  const taken = detail.nodes.flatMap(({ id, branch }) => (branch ? [`${id} ${branch}`] : [])).join()
  const branches = useMemo(
    () =>
      new Map(
        taken
          .split(',')
          .map((pair) => pair.split(' '))
          .flatMap(([id, branch]): [string, string][] => (id && branch ? [[id, branch]] : [])),
      ),
    [taken],
  )
  const executionId = detail.id
  useEffect(() => {
    testRun.show({ executionId, views, branches })
  }, [testRun, executionId, views, branches])
  useEffect(() => () => testRun.show(null), [testRun])
}
