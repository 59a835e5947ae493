'use client'

import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'

import type { CanvasActs } from '../../context.js'
import type { CanvasEdge, CanvasNode } from '../nodes/types.js'
import type { Outlet } from '../session/session.js'
import type { ClipboardActs } from './useClipboard.js'

import { useBuilder } from '../../context.js'
import { addNote, newNote, NOTE_SIZE, nudgeParts, removeParts } from '../../edits/index.js'
import { focusPanel } from '../parts/focusPanel.js'
import { openPaletteOnEdge } from '../parts/openPaletteOnEdge.js'
import { useSession } from '../session/session.js'
import { focusedPart } from './focusedPart.js'
import { useWalk } from './useWalk.js'

type Act = (event: KeyboardEvent) => void

/** What the keys do. Each act decides itself whether it takes the key: it then prevents the default. */
export type KeyActs = ReturnType<typeof useKeyActs>

/** Window px below a card, for what opens beside it. */
const BESIDE = 8

export function useKeyActs({ acts, clipboard }: { acts: CanvasActs; clipboard: ClipboardActs }) {
  const { store, specs } = useBuilder()
  const session = useSession()
  const { zoomIn, zoomOut, zoomTo } = useReactFlow<CanvasNode, CanvasEdge>()
  const walk = useWalk(acts)

  return useMemo(() => {
    const taking =
      (act: () => void): Act =>
      (event) => {
        event.preventDefault()
        act()
      }
    /** Does nothing where nothing may be changed. */
    const editing =
      (act: () => void): Act =>
      (event) => {
        event.preventDefault()
        if (!store.getState().readOnly) act()
      }
    const move =
      (x: number, y: number): Act =>
      (event) => {
        const { nodes, notes } = store.getState().selection
        if (nodes.length + notes.length === 0) return
        event.preventDefault()
        const by = event.shiftKey ? { x: x * 10, y: y * 10 } : { x, y }
        store.apply(nudgeParts({ nodes, notes, by }), { gesture: 'nudge' })
      }
    /** The one selected node, or the first of several. */
    const current = () => store.getState().selection.nodes[0]
    const besideNode = (nodeId: string) => {
      const card = document.querySelector(`.workflows-canvas [data-id="${CSS.escape(nodeId)}"]`)
      const box = card?.getBoundingClientRect()
      return { x: box?.left ?? 0, y: (box?.bottom ?? 0) + BESIDE }
    }

    return {
      undo: editing(() => store.undo()),
      redo: editing(() => store.redo()),
      duplicate: editing(clipboard.duplicate),
      selectAll: taking(() => {
        const { nodes, notes } = store.getState().document.graph
        store.select({ nodes: nodes.map(idOf), notes: notes.map(idOf), edges: [] })
      }),
      remove: editing(() => {
        const { selection } = store.getState()
        store.apply(removeParts({ ...selection, specs }))
        document.querySelector<HTMLElement>('.workflows-canvas')?.focus({ preventScroll: true })
      }),
      moveLeft: move(-1, 0),
      moveRight: move(1, 0),
      moveUp: move(0, -1),
      moveDown: move(0, 1),
      walkOn: walk.on,
      walkBack: walk.back,
      nextEdge: taking(walk.nextEdge),
      fit: taking(acts.fit),
      tidy: editing(acts.tidy),
      zoomIn: taking(() => void zoomIn()),
      zoomOut: taking(() => void zoomOut()),
      zoomToFull: taking(() => void zoomTo(1)),
      openPalette: (event: KeyboardEvent) => {
        event.preventDefault()
        const isInCanvas =
          session.pointer.get() !== null ||
          (event.target instanceof Element && event.target.closest('.workflows-canvas') !== null)
        if (isInCanvas && !store.getState().readOnly) acts.openPalette()
        else document.querySelector<HTMLElement>('.workflows-palette input')?.focus()
      },
      openHelp: taking(() => session.isHelpOpen.set(true)),
      openMenu: (event: KeyboardEvent) => {
        const nodeId = current()
        if (nodeId === undefined) return
        event.preventDefault()
        session.menu.set({ nodeId, at: besideNode(nodeId) })
      },
      connect: editing(() => {
        const nodeId = current()
        if (nodeId === undefined) return
        const from: Outlet = { nodeId, handleId: 'out', side: 'source' }
        session.targets.set({ from, at: besideNode(nodeId) })
      }),
      rename: editing(() => {
        const nodeId = current()
        if (nodeId === undefined) return
        // From afar there is nothing to write into.
        if (session.isFar.get()) acts.reveal(nodeId)
        session.renaming.set(nodeId)
      }),
      addNote: editing(() => {
        const { document: before } = store.getState()
        const pointer = session.pointer.get()
        const place = (pointer && session.toFlow.get()?.(pointer)) ?? acts.middle()
        const position = { x: place.x - NOTE_SIZE.width / 2, y: place.y - NOTE_SIZE.height / 2 }
        const note = newNote({ document: before, position })
        store.apply(addNote(note), { select: { nodes: [], edges: [], notes: [note.id] } })
        session.editingNote.set(note.id)
      }),
      open: (event: KeyboardEvent) => {
        const part = focusedPart(event.target)
        const { selection, readOnly } = store.getState()
        const noteId = part?.kind === 'note' ? part.id : selection.notes[0]
        const nodeId = part?.kind === 'node' ? part.id : selection.nodes[0]
        if (part?.kind === 'edge') {
          event.preventDefault()
          if (readOnly) return
          const box = part.element.getBoundingClientRect()
          const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
          const position = session.toFlow.get()?.(at) ?? acts.middle()
          openPaletteOnEdge({ session, edgeId: part.id, at, position })
        } else if (nodeId !== undefined && part?.kind !== 'note') {
          event.preventDefault()
          store.select({ nodes: [nodeId], edges: [], notes: [] })
          focusPanel()
        } else if (noteId !== undefined) {
          event.preventDefault()
          session.editingNote.set(noteId)
        }
      },
      leave: (event: KeyboardEvent) => {
        const { nodes, edges, notes } = store.getState().selection
        if (nodes.length + edges.length + notes.length === 0) return
        event.preventDefault()
        store.select({ nodes: [], edges: [], notes: [] })
      },
    } satisfies Record<string, Act>
  }, [store, specs, session, acts, clipboard, walk, zoomIn, zoomOut, zoomTo])
}

const idOf = ({ id }: { id: string }) => id
