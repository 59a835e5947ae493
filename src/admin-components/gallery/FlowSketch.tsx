import type { FlowDrawing } from './drawFlow.js'

import { ICON_PATHS } from '../shared/Icon/paths.js'
import { DRAWING } from './drawFlow.js'
import { iconOfType, tintOfType } from './nodeTypes.js'

const ICON = 10

/** The little drawing of a flow on its card. What it shows is in the card's words too. */
export function FlowSketch({ drawing: { box, nodes, edges } }: { drawing: FlowDrawing }) {
  const icon = Math.min(ICON, box.width * 0.6, box.height * 0.6)
  return (
    <svg
      aria-hidden="true"
      className="workflows-sketch"
      focusable="false"
      height={DRAWING.height}
      viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
    >
      <path className="workflows-sketch__edges" d={edges} />
      {nodes.map(({ x, y, type }, at) => (
        // By number: graphs made by scripts may have several nodes at one place.
        <g key={at} transform={`translate(${x} ${y})`}>
          <rect
            className="workflows-sketch__box"
            height={box.height}
            rx={4}
            width={box.width}
            x={-box.width / 2}
            y={-box.height / 2}
          />
          <path
            className="workflows-sketch__icon"
            d={ICON_PATHS[iconOfType(type)]}
            stroke={tintOfType(type)}
            transform={`translate(${-icon / 2} ${-icon / 2}) scale(${icon / 16})`}
          />
        </g>
      ))}
    </svg>
  )
}
