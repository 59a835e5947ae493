'use client'

import { useTheme } from '@payloadcms/ui'
import { type NodeMouseHandler, ReactFlow, SelectionMode } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo } from 'react'

import type { CanvasEdge, CanvasNode } from './nodes/types.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../context.js'
import { ConnectionLine } from './edges/ConnectionLine.js'
import { useDetail } from './detail/useDetail.js'
import { useShownView } from './detail/useShownView.js'
import { keepTools, leaveTools } from './edges/edgeHover.js'
import { FarEdges } from './edges/FarEdges.js'
import { LineEdge } from './edges/LineEdge.js'
import { useFarEdges } from './edges/useFarEdges.js'
import { Lanes } from './lanes/Lanes.js'
import { NoteNode } from './nodes/NoteNode.js'
import { StepNode } from './nodes/StepNode.js'
import { noteIdOf } from './nodes/types.js'
import { Dots } from './parts/Dots.js'
import { Guides } from './parts/Guides.js'
import { MiniMap } from './parts/MiniMap.js'
import { FIT } from './parts/useCanvasActs.js'
import { ZoomControls } from './parts/ZoomControls.js'
import { useConnecting } from './pointer/useConnecting.js'
import { useDragging } from './pointer/useDragging.js'
import { useMoving } from './pointer/useMoving.js'
import { useNodeChanges } from './pointer/useNodeChanges.js'
import { useView } from './pointer/useView.js'
import { useSession } from './session/session.js'
import { useElementSync } from './useElementSync.js'

const NODE_TYPES = { step: StepNode, note: NoteNode }
const EDGE_TYPES = { line: LineEdge }
const PRO = { hideAttribution: true }
/** Either key adds to the selection: Figma's and the file manager's. */
const ADDING_KEYS = ['Shift', 'Meta', 'Control']
const PAN_BUTTONS = [0, 1]
const SMALLEST = 0.1
const LARGEST = 2
/** Window px from which a connection finds a handle. */
const CATCH = 32
/** Window px before a press on a card becomes a drag. */
const DRAG_THRESHOLD = 3

/** React Flow, fed from the builder's store: what it draws is never kept in React. */
export function Surface() {
  const { theme } = useTheme()
  const { t } = useWorkflowsTranslation()
  const isLocked = useBuilderState((state) => state.readOnly)
  const { onNodesChange, onEdgesChange, setFree, forgetNeighbours } = useNodeChanges()
  const dragging = useDragging({ setFree, forgetNeighbours })
  const connecting = useConnecting()
  const { move, rest } = useMoving()
  const { viewport, onViewportChange } = useView()
  const pointing = usePointing()
  const chooseFarEdge = useFarEdges()
  useElementSync()
  useDetail()
  useShownView()
  return (
    <ReactFlow<CanvasNode, CanvasEdge>
      aria-label={t('builder:canvas')}
      autoPanOnNodeFocus={false}
      colorMode={theme}
      connectionLineComponent={ConnectionLine}
      connectionRadius={CATCH}
      deleteKeyCode={null}
      disableKeyboardA11y
      edgeTypes={EDGE_TYPES}
      elevateEdgesOnSelect={false}
      elevateNodesOnSelect={false}
      fitView
      fitViewOptions={FIT}
      isValidConnection={connecting.isValidConnection}
      maxZoom={LARGEST}
      minZoom={SMALLEST}
      multiSelectionKeyCode={ADDING_KEYS}
      nodeDragThreshold={DRAG_THRESHOLD}
      nodesConnectable={!isLocked}
      nodesDraggable={!isLocked}
      nodeTypes={NODE_TYPES}
      onConnect={connecting.onConnect}
      onConnectEnd={connecting.onConnectEnd}
      onConnectStart={connecting.onConnectStart}
      onEdgeMouseEnter={pointing.enterEdge}
      onEdgeMouseLeave={pointing.leaveEdge}
      onEdgesChange={onEdgesChange}
      onMoveEnd={rest}
      onMoveStart={move}
      onNodeContextMenu={pointing.openMenu}
      onNodeDoubleClick={pointing.editWords}
      onNodeDrag={dragging.drag}
      onNodeDragStart={dragging.start}
      onNodeDragStop={dragging.stop}
      onNodesChange={onNodesChange}
      onSelectionDrag={dragging.dragSelection}
      onSelectionDragStart={dragging.start}
      onSelectionDragStop={dragging.stopSelection}
      onPaneClick={chooseFarEdge}
      onViewportChange={onViewportChange}
      panOnDrag={PAN_BUTTONS}
      panOnScroll
      proOptions={PRO}
      selectionMode={SelectionMode.Partial}
      style={BACKGROUND}
      viewport={viewport}
      zIndexMode="manual"
      zoomOnDoubleClick={false}
    >
      <Dots />
      <Lanes />
      <FarEdges />
      <Guides />
      <ZoomControls />
      <MiniMap />
    </ReactFlow>
  )
}

const BACKGROUND = { background: 'var(--workflows-canvas)' }

/** What the pointer does with cards and edges, besides moving and connecting them. */
function usePointing() {
  const { store, canvas } = useBuilder()
  const session = useSession()
  return useMemo(() => {
    const openMenu: NodeMouseHandler<CanvasNode> = (event, { id }) => {
      if (noteIdOf(id) !== null) return
      event.preventDefault()
      store.select({ nodes: [id], edges: [], notes: [] })
      session.menu.set({ nodeId: id, at: { x: event.clientX, y: event.clientY } })
    }
    const editWords: NodeMouseHandler<CanvasNode> = (_event, { id }) => {
      if (store.getState().readOnly) return
      const noteId = noteIdOf(id)
      if (noteId !== null) {
        session.editingNote.set(noteId)
        return
      }
      // From afar there is nothing to write into.
      if (session.isFar.get()) canvas.current?.reveal(id)
      session.renaming.set(id)
    }
    return {
      openMenu,
      editWords,
      enterEdge: (_event: React.MouseEvent, { id }: CanvasEdge) => keepTools(session, id),
      leaveEdge: () => leaveTools(session),
    }
  }, [store, canvas, session])
}
