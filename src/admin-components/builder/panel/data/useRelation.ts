'use client'

import { useConfig } from '@payloadcms/ui'

import { useWorkflows } from '../../../active-workflows/context.js'

/** Where a relationship of a template leads: the collection, and the field that names its documents. */
export function useRelation(
  name: 'createdBy' | 'workspace',
): { collection: string; titleField: string } | null {
  const { site } = useWorkflows()
  const { getEntityConfig } = useConfig()
  const fields = getEntityConfig({ collectionSlug: site.templates })?.fields ?? []
  const field = fields.find((one) => 'name' in one && one.name === name)
  const target = field && 'relationTo' in field ? field.relationTo : null
  if (typeof target !== 'string') return null
  const title = getEntityConfig({ collectionSlug: target })?.admin.useAsTitle
  return { collection: target, titleField: title ?? 'id' }
}
