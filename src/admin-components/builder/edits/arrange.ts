import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit } from '../store/types.js'

import { moveParts } from './moveParts.js'
import { nodeSize, type Size } from './nodeSize.js'

export type AlignSide = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

interface Box extends Size {
  id: string
  x: number
  y: number
}

interface ArrangeArgs {
  nodes: readonly string[]
  specs: ReadonlyMap<string, NodeSpec>
  /** As the canvas measured them; else as the cards are meant to be. */
  sizes?: ReadonlyMap<string, Size>
}

/** Brings one edge of the cards, or their middles, to one line. */
export const alignNodes =
  ({ side, ...args }: ArrangeArgs & { side: AlignSide }): Edit =>
  (document) => {
    const boxes = boxesOf({ document, ...args })
    if (boxes.length < 2) return document
    const left = Math.min(...boxes.map(({ x }) => x))
    const right = Math.max(...boxes.map(({ x, width }) => x + width))
    const top = Math.min(...boxes.map(({ y }) => y))
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
    const place = ({ x, y, width, height }: Box) => {
      switch (side) {
        case 'left':
          return { x: left, y }
        case 'center':
          return { x: (left + right - width) / 2, y }
        case 'right':
          return { x: right - width, y }
        case 'top':
          return { x, y: top }
        case 'middle':
          return { x, y: (top + bottom - height) / 2 }
        case 'bottom':
          return { x, y: bottom - height }
      }
    }
    return moveParts({ nodes: new Map(boxes.map((box) => [box.id, place(box)])) })(document)
  }

/** The same gap between neighbours; the two outermost stay. */
export const distributeNodes =
  ({ axis, ...args }: ArrangeArgs & { axis: 'horizontal' | 'vertical' }): Edit =>
  (document) => {
    const isAcross = axis === 'horizontal'
    const start = (box: Box) => (isAcross ? box.x : box.y)
    const length = (box: Box) => (isAcross ? box.width : box.height)
    const boxes = boxesOf({ document, ...args }).sort((a, b) => start(a) - start(b))
    const [first, last] = [boxes[0], boxes.at(-1)]
    if (!first || !last || boxes.length < 3) return document
    const room = start(last) + length(last) - start(first)
    const used = boxes.reduce((sum, box) => sum + length(box), 0)
    const gap = (room - used) / (boxes.length - 1)
    let next = start(first)
    const places = boxes.map((box): [string, { x: number; y: number }] => {
      const at = next
      next += length(box) + gap
      return [box.id, isAcross ? { x: at, y: box.y } : { x: box.x, y: at }]
    })
    return moveParts({ nodes: new Map(places) })(document)
  }

function boxesOf({
  document,
  nodes,
  specs,
  sizes,
}: ArrangeArgs & { document: BuilderDocument }): Box[] {
  const wanted = new Set(nodes)
  return document.graph.nodes
    .filter(({ id }) => wanted.has(id))
    .map((node) => ({
      id: node.id,
      ...node.position,
      ...(sizes?.get(node.id) ?? nodeSize({ node, spec: specs.get(node.type) })),
    }))
}
