'use client'

import { createContext, useContext } from 'react'

import type { AttachmentsFieldConfig } from '../../plugins/workflows/fields/attachmentsField.js'

/** How many images a document may have and how large each may be, wherever the dialog says so. */
export const AttachmentLimits = createContext<AttachmentsFieldConfig['limits']>({
  images: 0,
  bytes: 0,
})

export const useAttachmentLimits = () => useContext(AttachmentLimits)
