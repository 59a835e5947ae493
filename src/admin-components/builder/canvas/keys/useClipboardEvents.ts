'use client'

import { type RefObject, useEffect } from 'react'

import type { ClipboardActs } from './useClipboard.js'

import { isCovered, isTyping } from './isTyping.js'

/**
 * The browser's own copy, cut and paste events: they carry the clipboard without asking for a permission,
 * so nobody can be denied it.
 */
export function useClipboardEvents({
  canvas,
  acts,
}: {
  canvas: RefObject<HTMLElement | null>
  acts: ClipboardActs
}): void {
  useEffect(() => {
    const isOurs = ({ target }: ClipboardEvent) => {
      const { current } = canvas
      if (!current || isTyping(target) || isCovered(current)) return false
      const isHere =
        target instanceof Node && (current.contains(target) || target === document.body)
      // Somebody marked words of the page to copy them.
      return isHere && (document.getSelection()?.toString() ?? '') === ''
    }
    const put = (event: ClipboardEvent, text: string | null) => {
      if (text === null) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
    }
    const onCopy = (event: ClipboardEvent) => isOurs(event) && put(event, acts.copy())
    const onCut = (event: ClipboardEvent) => isOurs(event) && put(event, acts.cut())
    const onPaste = (event: ClipboardEvent) => {
      if (!isOurs(event)) return
      event.preventDefault()
      acts.paste(event.clipboardData?.getData('text/plain') ?? '')
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [canvas, acts])
}
