import { linear } from '../gradients.js'
import { rect, type Canvas } from '../svg.js'

/** A pale background with a breath of the sky in it. */
export function wall({ width, height, palette }: Canvas): string {
  return (
    rect(0, 0, width, height, palette.paper) +
    linear('wall', [`${palette.sky[1]} 0 0`, `${palette.sky[1]} 100 .6`], 70) +
    rect(0, 0, width, height, 'url(#wall)')
  )
}
