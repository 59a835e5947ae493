'use client'

import { useDocumentInfo } from '@payloadcms/ui'

import type { AttachmentsFieldConfig } from '../../../plugins/workflows/fields/attachmentsField.js'

import { EmptyState } from '../../shared/EmptyState/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { FieldHeader } from './FieldHeader.js'
import { SavedImages } from './SavedImages.js'

/** The nearest document's images: the page's own, or in a drawer the drawer's. */
export function ImagesField({ config }: { config: AttachmentsFieldConfig }) {
  const { t } = useWorkflowsTranslation()
  const { id, collectionSlug, hasSavePermission, isTrashed } = useDocumentInfo()
  if (!collectionSlug || id === undefined || id === null) {
    return (
      <>
        <FieldHeader />
        <EmptyState icon="image" title={t('attachments:saveFirst')}>
          {t('attachments:saveFirstWhy')}
        </EmptyState>
      </>
    )
  }
  if (isTrashed) {
    return (
      <>
        <FieldHeader />
        <EmptyState icon="trash" title={t('attachments:trashed')} />
      </>
    )
  }
  const document = { collection: collectionSlug, id }
  return (
    <SavedImages
      config={config}
      document={document}
      key={`${collectionSlug}:${id}`}
      mayChange={hasSavePermission !== false}
    />
  )
}
