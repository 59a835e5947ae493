import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
} from 'payload'

import type { HostId } from '../runtime/cmsTypes.js'

import { idOf } from '../access/hostIds.js'
import { getPluginContext } from '../pluginContext.js'
import {
  copyAttachments,
  followWorkspace,
  forgetDocument,
  forgetImage,
} from '../operations/attachments/followHost.js'

const DUPLICATE_OF = 'payload-workflows:duplicateOf'

/** Hooks for a documents collection: what is attached goes, is copied and moves with its document. */
export function attachmentsFollowDocument(collection: CollectionConfig): CollectionConfig {
  const { slug } = collection

  const afterDelete: CollectionAfterDeleteHook = async ({ id, req }) => {
    await forgetDocument({ req, document: { collection: slug, id } })
  }
  const afterChange: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
    const { id } = doc as { id: HostId }
    const { documents } = getPluginContext(req.payload).options
    const workspaceField = documents.find((option) => option.collection === slug)?.workspaceField
    const workspaceOf = (row: unknown) =>
      workspaceField ? idOf((row as Record<string, unknown>)[workspaceField]) : null
    if (operation === 'create') {
      const source = takeDuplicateSource(req.context, slug)
      if (source === null) return
      await copyAttachments({
        req,
        from: { collection: slug, id: source },
        to: { collection: slug, id, workspace: workspaceOf(doc) },
      })
    } else if (workspaceField) {
      const seen = workspaceOf(doc)
      await followWorkspace({ req, document: { collection: slug, id }, workspaceField, seen })
    }
  }
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks?.beforeOperation ?? []), rememberDuplicateSource(slug)],
      afterChange: [...(hooks?.afterChange ?? []), afterChange],
      afterDelete: [...(hooks?.afterDelete ?? []), afterDelete],
    },
  }
}

/** Before, not after: the row is still there to lock, and nothing refers to it when it goes. */
export function attachmentsFollowMedia(collection: CollectionConfig): CollectionConfig {
  const beforeDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
    await forgetImage({ req, collection: collection.slug, image: id })
  }
  const { hooks } = collection
  return {
    ...collection,
    hooks: { ...hooks, beforeDelete: [...(hooks?.beforeDelete ?? []), beforeDelete] },
  }
}

/** Only here does Payload say what a new document is a duplicate of. */
const rememberDuplicateSource =
  (slug: string): CollectionBeforeOperationHook =>
  ({ args, operation, req }) => {
    if (operation !== 'create') return
    const source: unknown = 'duplicateFromID' in args ? args.duplicateFromID : undefined
    const id = idOf(source)
    if (id !== null) req.context[DUPLICATE_OF] = { slug, id }
  }

function takeDuplicateSource(context: Record<string, unknown>, slug: string): HostId | null {
  const remembered = context[DUPLICATE_OF] as { slug: string; id: HostId } | undefined
  if (remembered?.slug !== slug) return null
  delete context[DUPLICATE_OF]
  return remembered.id
}
