import sharp from 'sharp'

import type { ImageRequest } from '../../types.js'
import { createRandom, cycle, hashText } from '../random.js'
import { readBrief, startOf } from '../text/readBrief.js'
import { createPalette } from './palette.js'
import { artistic } from './scenes/artistic.js'
import { marketing } from './scenes/marketing.js'
import { minimalist } from './scenes/minimalist.js'
import { realistic } from './scenes/realistic.js'
import { vibrant } from './scenes/vibrant.js'
import type { Scene } from './svg.js'

const STYLES: Record<string, readonly [Scene, ...Scene[]]> = {
  professional_marketing: marketing,
  minimalist,
  vibrant,
  realistic,
  artistic,
}

/** A PNG of exactly `width` x `height` px. The same request and `seed` give the same bytes. */
export async function drawDemoImage(args: {
  request: ImageRequest
  seed: string
}): Promise<Buffer> {
  return await sharp(Buffer.from(composeSvg(args)))
    .resize(args.request.width, args.request.height, { fit: 'fill' })
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer()
}

/**
 * The picture as SVG. Composition and palette go on by one with every item of a node, whatever its prompt
 * is, so no two neighbours look alike; prompt and seed decide the rest.
 */
export function composeSvg({
  request: { prompt, style, width, height, hints },
  seed,
}: {
  request: ImageRequest
  seed: string
}): string {
  const brief = readBrief({ hints: { ...hints, prompt: hints.prompt || prompt }, seed })
  const random = createRandom(`${prompt}|${hints.seed}|${hints.index}|${seed}`)
  const start = hashText(`${startOf({ hints, seed })}|${style}`)
  const scenes = (Object.hasOwn(STYLES, style) ? STYLES[style] : undefined) ?? marketing
  const scene = cycle(scenes, (start % 97) + hints.index)
  const content = scene({
    width,
    height,
    unit: Math.min(width, height) / 100,
    random,
    palette: createPalette({
      position: ((start >>> 8) % 101) + hints.index,
      drift: random.between(-9, 9),
    }),
    subject: brief.domain.id,
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`
}
