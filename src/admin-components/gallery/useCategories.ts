'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

import { useWorkflows } from '../active-workflows/context.js'

/** The categories of the site's templates, named in the reader's language; a site may have added its own. */
export function useCategories(): { label: string; value: string }[] {
  const { site } = useWorkflows()
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const fields = getEntityConfig({ collectionSlug: site.templates })?.fields ?? []
  const field = fields.find((one) => 'name' in one && one.name === 'category')
  if (field?.type !== 'select') return []
  return field.options.map((option) =>
    typeof option === 'string'
      ? { label: option, value: option }
      : { label: String(getTranslation(option.label, i18n)), value: option.value },
  )
}

/** Names one of them. */
export function useCategoryLabel(): (category: string) => string {
  const categories = useCategories()
  return (category) => categories.find(({ value }) => value === category)?.label ?? category
}
