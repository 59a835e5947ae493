'use client'

import { useRef, useState } from 'react'

const hasFiles = ({ dataTransfer }: React.DragEvent) => dataTransfer.types.includes('Files')

/** Handlers for an element that files can be dropped on. */
export function useFileDrop({
  enabled,
  onFiles,
}: {
  enabled: boolean
  onFiles: (files: File[]) => void
}) {
  const [isOver, setIsOver] = useState(false)
  // Entering a child comes before leaving its parent, so the depth is what tells.
  const depth = useRef(0)
  const leave = () => {
    depth.current = 0
    setIsOver(false)
  }
  return {
    isOver: isOver && enabled,
    handlers: {
      onDragEnter: (event: React.DragEvent) => {
        if (!enabled || !hasFiles(event)) return
        depth.current += 1
        setIsOver(true)
      },
      onDragOver: (event: React.DragEvent) => {
        if (!hasFiles(event)) return
        // Even when nothing is taken: the browser would leave the page and show the file.
        event.preventDefault()
        event.dataTransfer.dropEffect = enabled ? 'copy' : 'none'
      },
      onDragLeave: () => {
        depth.current -= 1
        if (depth.current <= 0) leave()
      },
      onDrop: (event: React.DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        leave()
        if (enabled) onFiles([...event.dataTransfer.files])
      },
    },
  }
}
