'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { AttachmentView, DocumentRef } from '../../client/types.js'
import type { useAttachments } from './useAttachments.js'

import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { withCaption, withMoved, without, withPrimary } from './list/listChanges.js'
import { nameOf } from './nameOf.js'

export interface ImageActions {
  move: (from: number, to: number) => void
  setPrimary: (image: AttachmentView) => void
  detach: (image: AttachmentView) => void
  setCaption: (image: AttachmentView, caption: string | null) => void
}

/** What a person does with an attached image, and the sentence that says it was done. */
export function useImageActions({
  document,
  images,
  attachments: { api, change },
}: {
  document: DocumentRef
  images: AttachmentView[]
  attachments: Pick<ReturnType<typeof useAttachments>, 'api' | 'change'>
}): ImageActions & { said: { text: string; nonce: number } } {
  const { t } = useWorkflowsTranslation()
  const [said, setSaid] = useState({ text: '', nonce: 0 })
  const say = (text: string) => setSaid(({ nonce }) => ({ text, nonce: nonce + 1 }))
  const nameFor = (image: AttachmentView) => nameOf({ image, index: images.indexOf(image), t })

  const reorder = (order: AttachmentView[]) => {
    const imageIds = order.map(({ imageId }) => imageId)
    return api.attachments.reorder({ ...document, imageIds })
  }
  /** Back as it was: attached, in its place, with its caption, and primary if it was that. */
  const attachAgain = async (image: AttachmentView) => {
    await change({
      expect: () => images,
      send: async () => {
        const { caption, imageId } = image
        await api.attachments.attach({ ...document, imageIds: [imageId] })
        if (caption) await api.attachments.setCaption({ ...document, imageId, caption })
        const list = await reorder(images)
        if (!image.isPrimary) return list
        return api.attachments.setPrimary({ ...document, imageId })
      },
    })
  }

  return {
    said,
    move: (from, to) => {
      const image = images[from]
      const order = withMoved(images, from, to)
      if (!image || order === images) return
      say(t('attachments:saidPlace', { name: nameFor(image), place: to + 1, total: images.length }))
      void change({ expect: () => order, send: () => reorder(order) })
    },
    setPrimary: (image) => {
      say(t('attachments:saidPrimary', { name: nameFor(image) }))
      void change({
        expect: (list) => withPrimary(list, image.id),
        send: () => api.attachments.setPrimary({ ...document, imageId: image.imageId }),
      })
    },
    setCaption: (image, caption) => {
      const key = caption ? 'attachments:saidCaption' : 'attachments:saidNoCaption'
      say(t(key, { name: nameFor(image) }))
      void change({
        expect: (list) => withCaption(list, image.id, caption),
        send: () => api.attachments.setCaption({ ...document, imageId: image.imageId, caption }),
      })
    },
    detach: (image) => {
      const sentence = t('attachments:saidDetached', { name: nameFor(image) })
      void change({
        expect: (list) => without(list, image.id),
        send: () => api.attachments.detach({ ...document, imageId: image.imageId }),
      }).then((done) => {
        if (!done) return
        const action = { label: t('shared:undo'), onClick: () => void attachAgain(image) }
        const classNames = { actionButton: 'workflows-images__undo' }
        toast.success(sentence, { action, classNames })
      })
    },
  }
}
