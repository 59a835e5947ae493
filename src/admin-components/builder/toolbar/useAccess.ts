'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'

import type { BuilderHandle } from '../context.js'

import { useWorkflows } from '../../active-workflows/context.js'
import { useBuilderPart } from './useBuilderPart.js'

/** Why one may only look. Null = one may change it. */
export type Looking = 'lockedNote' | 'smallNote' | 'systemNote' | 'viewerNote' | null

/** What this person may do with this workflow. */
export function useAccess(handle: BuilderHandle | null) {
  const { hasSavePermission, hasPublishPermission, hasDeletePermission, docPermissions, id } =
    useDocumentInfo()
  const { canLaunch } = useWorkflows()
  const isSystem = useFormFields(([fields]) => fields?.isSystem?.value === true)
  const isReadOnly = useBuilderPart(handle, ({ readOnly }) => readOnly, false)
  const looking: Looking =
    hasSavePermission === false
      ? isSystem
        ? 'systemNote'
        : 'viewerNote'
      : isReadOnly
        ? isNarrow()
          ? 'smallNote'
          : 'lockedNote'
        : null
  const mayDelete =
    hasDeletePermission ??
    Boolean(docPermissions && 'delete' in docPermissions && docPermissions.delete)
  return {
    looking,
    isSystem,
    /** Makes copies and runs, also of what one may not change. */
    canLaunch,
    mayPublish: looking === null && hasPublishPermission !== false,
    mayDelete: looking === null && id !== undefined && mayDelete,
  }
}

const isNarrow = (): boolean =>
  typeof window !== 'undefined' && window.matchMedia('(max-width: 767px)').matches
