'use client'

import { useMemo } from 'react'

import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { PickGroup } from './PickList.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { groupTypes } from './groupTypes.js'

/** Node types as entries of a list, under their headings in the user's language. */
export function useTypeGroups({
  specs,
  search,
}: {
  specs: Iterable<NodeSpec>
  search: string
}): PickGroup[] {
  const { t } = useWorkflowsTranslation()
  return useMemo(
    () =>
      groupTypes({ specs, search }).map(({ group, specs: inGroup }) => ({
        key: group,
        label: t(`builder:group_${group}`),
        entries: inGroup.map(({ type, label, description }) => ({
          key: type,
          type,
          label,
          description,
        })),
      })),
    [specs, search, t],
  )
}
