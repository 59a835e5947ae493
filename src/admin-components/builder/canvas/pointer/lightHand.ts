import type { NodePositionChange } from '@xyflow/react'

import type { GraphEdge } from '../../../../plugins/workflows/graph/types.js'
import type { CanvasNode } from '../nodes/types.js'
import type { Point } from '../session/session.js'

import { linePath } from '../edges/linePath.js'

interface HandNode {
  type?: string | undefined
  position: Point
  internals: { userNode: CanvasNode }
}

interface Held {
  element: HTMLElement
  /** What one sees move; the card itself is not seen meanwhile. */
  copy: HTMLElement
  /** Where the card stood, and where it is now. */
  start: Point
  now: Point
}

/**
 * Moves cards of a large workflow without React, which would look at each of 500 cards on every move of
 * the hand, and without touching the drawing, which the browser would paint again. Copies of the cards and
 * one line for their edges lie over it, on a pane that also spares the browser to look what is under the
 * pointer. When they are put down, all is drawn as always.
 */
export function createLightHand({
  canvas,
  flow,
  edges,
}: {
  canvas: HTMLElement
  flow: () => { nodeLookup: ReadonlyMap<string, HandNode>; transform: [number, number, number] }
  edges: readonly GraphEdge[]
}) {
  const nodes = flow().nodeLookup
  const held = new Map<string, Held>()
  let touching: GraphEdge[] | null = null
  const hidden: SVGElement[] = []
  /** Around several cards that a box has chosen. */
  const frame = canvas.querySelector<HTMLElement>('.react-flow__nodesselection-rect')
  const { pane, world, line } = createPane(canvas)

  const take = (id: string): Held | null => {
    const element = canvas.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    )
    const start = nodes.get(id)?.position
    if (!element || !start) return null
    const copy = element.cloneNode(true) as HTMLElement
    for (const name of ['data-id', 'data-testid', 'aria-label', 'role']) copy.removeAttribute(name)
    world.append(copy)
    element.style.opacity = '0'
    const card = { element, copy, start, now: start }
    held.set(id, card)
    return card
  }
  const placeOf = (id: string): Point | undefined => held.get(id)?.now ?? nodes.get(id)?.position
  const end = ({
    id,
    side,
    handle,
  }: {
    id: string
    side: 'source' | 'target'
    handle?: string
  }) => {
    const place = placeOf(id)
    const handles = nodes.get(id)?.internals.userNode.handles?.filter(({ type }) => type === side)
    const own = handles?.find((one) => one.id === handle) ?? handles?.[0]
    if (!place || !own) return null
    const width = side === 'source' ? (own.width ?? 0) : 0
    return { x: place.x + own.x + width, y: place.y + own.y + (own.height ?? 0) / 2 }
  }
  const pathOf = ({ source, sourceHandle, target, targetHandle }: GraphEdge): string => {
    const from = end({ id: source, side: 'source', ...(sourceHandle && { handle: sourceHandle }) })
    const to = end({ id: target, side: 'target', ...(targetHandle && { handle: targetHandle }) })
    if (!from || !to) return ''
    return linePath({ sourceX: from.x, sourceY: from.y, targetX: to.x, targetY: to.y }).path
  }
  const hideEdges = () => {
    canvas.classList.add('workflows-in-hand')
    canvas.append(pane)
    touching = edges.filter(({ source, target }) => held.has(source) || held.has(target))
    for (const { id } of touching) {
      const edge = canvas.querySelector<SVGElement>(
        `.react-flow__edge[data-id="${CSS.escape(id)}"]`,
      )
      if (!edge) continue
      edge.style.visibility = 'hidden'
      hidden.push(edge)
    }
  }
  const moveFrame = () => {
    const [first] = held.values()
    if (!first || !frame) return
    const { start, now } = first
    frame.style.translate = `${now.x - start.x}px ${now.y - start.y}px`
  }

  return {
    move: (changes: readonly NodePositionChange[]) => {
      for (const { id, position } of changes) {
        const card = held.get(id) ?? take(id)
        if (!card || !position) continue
        card.now = position
        const [x, y] = [position.x - card.start.x, position.y - card.start.y]
        card.copy.style.transform = `translate(${x}px, ${y}px)`
      }
      if (!touching) hideEdges()
      moveFrame()
      const [x, y, zoom] = flow().transform
      world.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`
      line.style.strokeWidth = `${2 / zoom}px`
      line.setAttribute('d', (touching ?? []).map(pathOf).join(''))
    },
    /** As it was before the first move; what draws next knows where everything is now. */
    release: () => {
      canvas.classList.remove('workflows-in-hand')
      frame?.style.removeProperty('translate')
      pane.remove()
      for (const { element } of held.values()) element.style.removeProperty('opacity')
      for (const edge of hidden) edge.style.removeProperty('visibility')
    },
  }
}

function createPane(canvas: HTMLElement) {
  const svg = (name: string) =>
    canvas.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name)
  const [pane, world] = [document.createElement('div'), document.createElement('div')]
  const [lines, line] = [svg('svg'), svg('path')]
  pane.className = 'workflows-hand'
  pane.setAttribute('aria-hidden', 'true')
  world.className = 'workflows-hand__world'
  lines.append(line)
  world.append(lines)
  pane.append(world)
  return { pane, world, line }
}

export type LightHand = ReturnType<typeof createLightHand>
