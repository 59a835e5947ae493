'use client'

import { Modal, useModal } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useId, useMemo, useRef } from 'react'

import { IconButton } from '../IconButton/index.js'
import { useWorkflowsTranslation } from '../useWorkflowsTranslation.js'
import { useModalLevel } from './useModalLevel.js'
import './index.css'

/**
 * A dialog over the page, open for as long as it is rendered. Payload's modal traps the focus, gives it
 * back, and closes it when the route changes.
 */
export function Dialog({
  title,
  width = 960,
  onClose,
  onAskClose = onClose,
  footer,
  children,
}: {
  title: string
  /** px, at most; phones get the whole screen. */
  width?: number
  /** The dialog is closed; stop rendering it. */
  onClose: () => void
  /** Somebody wants to close it, by Escape or the cross. @default onClose */
  onAskClose?: () => void
  footer?: React.ReactNode
  children: React.ReactNode
}) {
  const { t } = useWorkflowsTranslation()
  const { openModal, closeModal, isModalOpen } = useModal()
  const slug = `workflows-dialog-${useId()}`
  const isOpen = isModalOpen(slug)
  const zIndex = useModalLevel()
  const wasOpen = useRef(false)
  // Stable, because a new object would lay a new trap. Escape is ours: a dialog may want to ask first.
  const focus = useMemo(
    () => ({ escapeDeactivates: false, initialFocus: () => firstToFocus(slug) }),
    [slug],
  )
  const open = useEffectEvent(() => openModal(slug))
  const close = useEffectEvent(() => closeModal(slug))
  const closed = useEffectEvent(onClose)

  useEffect(() => {
    open()
    return close
  }, [])
  useEffect(() => {
    // Closed from outside: Payload closes modals when the route changes.
    if (wasOpen.current && !isOpen) closed()
    wasOpen.current = isOpen
  }, [isOpen])

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Payload would close it by itself, without asking.
    event.stopPropagation()
    onAskClose()
  }

  return (
    <Modal
      aria-labelledby={`${slug}-title`}
      className="workflows-dialog"
      closeOnBlur={false}
      focusTrapOptions={focus}
      onKeyDown={onKeyDown}
      role="dialog"
      slug={slug}
      style={{ zIndex }}
      tabIndex={-1}
    >
      <div className="workflows-dialog__backdrop" />
      <div className="workflows-dialog__panel" style={{ maxWidth: width }}>
        <div className="workflows-dialog__header">
          <h2 className="workflows-dialog__title" id={`${slug}-title`}>
            {title}
          </h2>
          <IconButton icon="x" label={t('shared:close')} onClick={onAskClose} />
        </div>
        {children}
        {footer ? <div className="workflows-dialog__footer">{footer}</div> : null}
      </div>
    </Modal>
  )
}

/** What the dialog marks with `data-autofocus`, else the dialog itself: the cross would be a poor start. */
const firstToFocus = (id: string): HTMLElement | undefined => {
  const dialog = document.getElementById(id)
  return dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog ?? undefined
}
