'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { WaitingReview } from '../../client/types.js'

import { slugs } from '../../plugins/workflows/slugs.js'

/** The monitor, open on this review. */
export function useReviewHref() {
  const { config } = useConfig()
  return ({ executionId, nodeId }: Pick<WaitingReview, 'executionId' | 'nodeId'>): string => {
    const page = formatAdminURL({
      adminRoute: config.routes.admin,
      path: `/collections/${slugs.executions}/${encodeURIComponent(executionId)}`,
    })
    return `${page}?review=${encodeURIComponent(nodeId)}`
  }
}
