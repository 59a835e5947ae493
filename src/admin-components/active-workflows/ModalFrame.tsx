'use client'

import { Modal, useModal } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useId, useRef } from 'react'

import { useModalLevel } from '../shared/Dialog/useModalLevel.js'
import '../shared/Dialog/index.css'
import '../shared/tokens.css'

/** Stable, because a new object would lay a new trap. Escape is ours. */
const FOCUS = { escapeDeactivates: false }

/**
 * What is between a dialog and Payload's modal: open for as long as it is rendered, closed by Escape and by
 * a change of page. Payload's modal traps the focus and gives it back.
 */
export function ModalFrame({
  className,
  labelledBy,
  onClose,
  closesBeside = true,
  onKeyDown,
  children,
}: {
  className: string
  /** Id of the heading. */
  labelledBy: string
  onClose: () => void
  /** A click beside it closes it; not where one has typed. @default true */
  closesBeside?: boolean
  onKeyDown?: (event: React.KeyboardEvent) => void
  children: React.ReactNode
}) {
  const { openModal, closeModal, isModalOpen } = useModal()
  const slug = `workflows-modal-${useId()}`
  const isOpen = isModalOpen(slug)
  const zIndex = useModalLevel()
  const wasOpen = useRef(false)
  const open = useEffectEvent(() => openModal(slug))
  const close = useEffectEvent(() => closeModal(slug))
  const closed = useEffectEvent(onClose)

  useEffect(() => {
    open()
    return close
  }, [])
  useEffect(() => {
    if (wasOpen.current && !isOpen) closed()
    wasOpen.current = isOpen
  }, [isOpen])

  const onKey = (event: React.KeyboardEvent) => {
    onKeyDown?.(event)
    // A menu inside has its own Escape, and says so.
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }

  return (
    <Modal
      aria-labelledby={labelledBy}
      className={className}
      closeOnBlur={false}
      focusTrapOptions={FOCUS}
      onKeyDown={onKey}
      role="dialog"
      slug={slug}
      style={{ zIndex }}
    >
      <div className="workflows-dialog__backdrop" onClick={closesBeside ? onClose : undefined} />
      {children}
    </Modal>
  )
}
