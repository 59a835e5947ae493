'use client'

import { useListDrawerContext, useListQuery } from '@payloadcms/ui'

import type { SavedFilter } from '../../plugins/workflows/operations/executions/savedFilters.js'

import { useWorkflowsIfAny } from '../active-workflows/context.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import '../shared/tokens.css'
import '../shared/filterChips.css'
import './filters.css'

const FILTERS: readonly (SavedFilter | null)[] = [null, 'running', 'waiting', 'failed', 'mine']

/** Saved filters above Payload's own list; the chosen one is in the address and joins search and other filters. */
export function ExecutionFilters() {
  const { t } = useWorkflowsTranslation()
  const { query, refineListData } = useListQuery()
  const { isInDrawer } = useListDrawerContext()
  const workflows = useWorkflowsIfAny()
  // In a drawer there is no address, and what is chosen there is one execution, not a way of looking.
  if (isInDrawer) return null
  const { saved } = query as { saved?: unknown }
  const waiting = workflows?.reviews?.totalDocs ?? 0
  const choose = (filter: SavedFilter | null) => {
    const change: Parameters<typeof refineListData>[0] & { saved?: string | undefined } = {
      page: 1,
      saved: filter ?? undefined,
    }
    void refineListData(change)
  }
  return (
    <div aria-label={t('executions:filters')} className="workflows-filters" role="group">
      {FILTERS.map((filter) => (
        <button
          aria-pressed={(saved || null) === filter}
          className="workflows-filters__chip"
          key={filter ?? 'all'}
          onClick={() => choose(filter)}
          type="button"
        >
          {t(`executions:${filter ?? 'all'}`)}
          {filter === 'waiting' && waiting > 0 ? (
            <span className="workflows-filters__badge">{waiting}</span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
