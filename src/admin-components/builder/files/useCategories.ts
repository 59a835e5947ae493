'use client'

import { useConfig } from '@payloadcms/ui'

import { useWorkflows } from '../../active-workflows/context.js'

/** What this site sorts templates into. */
export function useCategories(): string[] {
  const { getEntityConfig } = useConfig()
  const { site } = useWorkflows()
  const field = getEntityConfig({ collectionSlug: site.templates })?.fields.find(
    (candidate) => 'name' in candidate && candidate.name === 'category',
  )
  if (field?.type !== 'select') return []
  return field.options.map((option) => (typeof option === 'string' ? option : option.value))
}
