'use client'

import { useTheme } from '@payloadcms/ui'
import { useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'
import type { Point } from '../session/session.js'

import { type Box, boxAround } from '../pointer/alignGuides.js'
import { useSession } from '../session/session.js'

export const MAP_SIZE = { width: 168, height: 104 }
const PADDING = 8
/** While something is dragged: often enough to follow with the eye, seldom enough to cost nothing. */
const REDRAW_MS = 80

interface Scale {
  factor: number
  x: number
  y: number
}

/**
 * Draws the map with one canvas and moves its frame by hand: React Flow's own map draws every node as an
 * element that listens to every pan, which 500 nodes make felt.
 */
export function useMiniMap({
  drawing,
  frame,
}: {
  drawing: RefObject<HTMLCanvasElement | null>
  frame: RefObject<HTMLDivElement | null>
}) {
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const scale = useRef<Scale | null>(null)
  const { shownView } = useSession()
  const { theme } = useTheme()

  useEffect(() => {
    let drawn: unknown = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const colours = new Map<string, string>()

    const moveFrame = () => {
      const { width, height } = flow.getState()
      const { current } = scale
      if (!frame.current || !current) return
      const [x, y, zoom] = shownView.get()
      const left = Math.max(2, (-x / zoom - current.x) * current.factor)
      const top = Math.max(2, (-y / zoom - current.y) * current.factor)
      const right = Math.min(MAP_SIZE.width - 4, ((width - x) / zoom - current.x) * current.factor)
      const bottom = Math.min(
        MAP_SIZE.height - 4,
        ((height - y) / zoom - current.y) * current.factor,
      )
      const { style } = frame.current
      style.transform = `translate(${left}px, ${top}px)`
      style.width = `${Math.max(0, right - left)}px`
      style.height = `${Math.max(0, bottom - top)}px`
    }
    const redraw = () => {
      timer = undefined
      const { nodes } = flow.getState()
      drawn = nodes
      if (drawing.current) scale.current = drawMap({ canvas: drawing.current, nodes, colours })
      moveFrame()
    }
    const onChange = () => {
      if (flow.getState().nodes === drawn) return
      // The first nodes come after it was made; a frame without a map would be a dot.
      if (scale.current) timer ??= setTimeout(redraw, REDRAW_MS)
      else redraw()
    }
    redraw()
    const stops = [flow.subscribe(onChange), shownView.subscribe(moveFrame)]
    return () => {
      stops.forEach((stop) => stop())
      clearTimeout(timer)
    }
  }, [flow, drawing, frame, theme, shownView])

  return useMemo(
    () => ({
      /** From the map to the canvas. */
      placeOf: ({ x, y }: Point): Point | null => {
        const { current } = scale
        return current && { x: x / current.factor + current.x, y: y / current.factor + current.y }
      },
    }),
    [],
  )
}

function drawMap({
  canvas,
  nodes,
  colours,
}: {
  canvas: HTMLCanvasElement
  nodes: CanvasNode[]
  colours: Map<string, string>
}): Scale | null {
  const sharp = window.devicePixelRatio || 1
  if (canvas.width !== MAP_SIZE.width * sharp) {
    canvas.width = MAP_SIZE.width * sharp
    canvas.height = MAP_SIZE.height * sharp
  }
  const context = canvas.getContext('2d')
  context?.setTransform(sharp, 0, 0, sharp, 0, 0)
  context?.clearRect(0, 0, MAP_SIZE.width, MAP_SIZE.height)
  const boxes = nodes.map(boxOf)
  const all = boxAround(boxes)
  if (!context || !all) return null
  const factor = Math.min(
    (MAP_SIZE.width - 2 * PADDING) / Math.max(all.width, 1_200),
    (MAP_SIZE.height - 2 * PADDING) / Math.max(all.height, 700),
  )
  const scale = {
    factor,
    x: all.x + all.width / 2 - MAP_SIZE.width / 2 / factor,
    y: all.y + all.height / 2 - MAP_SIZE.height / 2 / factor,
  }
  for (const [at, node] of nodes.entries()) {
    const box = boxes[at]
    if (!box) continue
    context.fillStyle = colourOf({ node, canvas, colours })
    context.globalAlpha = node.type === 'note' ? 0.3 : 0.75
    const [x, y] = [(box.x - scale.x) * factor, (box.y - scale.y) * factor]
    context.fillRect(x, y, Math.max(2, box.width * factor), Math.max(2, box.height * factor))
  }
  return scale
}

const boxOf = ({ position, measured }: CanvasNode): Box => ({
  ...position,
  width: measured?.width ?? 0,
  height: measured?.height ?? 0,
})

/** The tints of the types, from the tokens of the theme. */
function colourOf({
  node,
  canvas,
  colours,
}: {
  node: CanvasNode
  canvas: HTMLCanvasElement
  colours: Map<string, string>
}): string {
  const name =
    node.type === 'note'
      ? '--workflows-paused'
      : `--workflows-type-${node.data.step.type.replaceAll('_', '-')}`
  const known = colours.get(name)
  if (known !== undefined) return known
  const styles = getComputedStyle(canvas)
  const colour =
    styles.getPropertyValue(name).trim() || styles.getPropertyValue('--workflows-type-host').trim()
  colours.set(name, colour)
  return colour
}
