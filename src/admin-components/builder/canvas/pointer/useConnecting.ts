'use client'

import type { Connection, FinalConnectionState, OnConnectStart } from '@xyflow/react'

import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { useBuilder } from '../../context.js'
import { connect } from '../../edits/index.js'
import { noteIdOf } from '../nodes/types.js'
import { type Outlet, type Point, portKey, say, useSession } from '../session/session.js'
import { endsBetween, judgePorts } from './judgePorts.js'

/**
 * Drawing a connection with the pointer. A drop on a card counts as one on the port that fits; a drop on
 * nothing offers the nodes that fit; a drop on what does not fit says why.
 */
export function useConnecting() {
  const { store, specs } = useBuilder()
  const session = useSession()
  const { screenToFlowPosition } = useReactFlow<CanvasNode, CanvasEdge>()

  return useMemo(() => {
    const onConnectStart: OnConnectStart = (_event, { nodeId, handleId, handleType }) => {
      if (nodeId === null || handleType === null) return
      const fallback = handleType === 'source' ? 'out' : 'in'
      const from: Outlet = { nodeId, handleId: handleId ?? fallback, side: handleType }
      session.connecting.set(judgePorts({ document: store.getState().document, specs, from }))
    }

    const isValidConnection = (connection: Connection | CanvasEdge): boolean => {
      const connecting = session.connecting.get()
      if (!connecting) return false
      const { nodeId, handleId } = farEnd(connecting.from, connection)
      return connecting.verdicts.get(portKey(nodeId, handleId)) === null
    }

    const onConnect = (connection: Connection) => {
      store.apply(connect(connection))
    }

    const refuse = (text: string, at: Point) => {
      session.refusal.set({ text, at })
      say(session, text)
    }

    const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const connecting = session.connecting.get()
      session.connecting.set(null)
      if (!connecting || state.isValid) return
      const at = pointOf(event)
      const { from, verdicts } = connecting
      if (state.toHandle) {
        const { nodeId, id } = state.toHandle
        const reason = verdicts.get(portKey(nodeId, id ?? ''))
        // Back on its own handle, or on one of the same side: that is a change of mind.
        if (reason) refuse(reason, at)
        return
      }
      const under = document.elementFromPoint(at.x, at.y)
      const nodeId = under?.closest<HTMLElement>('.react-flow__node')?.dataset.id
      if (nodeId !== undefined) {
        if (nodeId === from.nodeId || noteIdOf(nodeId) !== null) return
        const ports = [...verdicts].filter(([key]) => key.startsWith(`${nodeId} `))
        const fitting = ports.find(([, reason]) => reason === null)
        const handleId = fitting?.[0].slice(nodeId.length + 1)
        if (handleId !== undefined) store.apply(connect(endsBetween(from, { nodeId, handleId })))
        else if (ports[0]?.[1]) refuse(ports[0][1], at)
        return
      }
      if (!under?.closest('.react-flow__pane, .react-flow__edge')) return
      const position = screenToFlowPosition(at)
      session.palette.set({
        at,
        position: { x: from.side === 'source' ? position.x : position.x - 240, y: position.y - 28 },
        from,
      })
    }

    return { onConnectStart, onConnect, onConnectEnd, isValidConnection }
  }, [store, specs, session, screenToFlowPosition])
}

function farEnd(
  from: Outlet,
  { source, target, sourceHandle, targetHandle }: Connection | CanvasEdge,
) {
  return from.side === 'source'
    ? { nodeId: target, handleId: targetHandle ?? 'in' }
    : { nodeId: source, handleId: sourceHandle ?? 'out' }
}

function pointOf(event: MouseEvent | TouchEvent): Point {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 }
}
