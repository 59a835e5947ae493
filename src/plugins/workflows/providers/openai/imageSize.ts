/** Width and height in px. */
export interface Size {
  width: number
  height: number
}

/** Free sizes come in steps of 16 px: images.generate, `size` (niche-and-parts.md 5.3). */
const STEP = 16
/** No side longer than 3840 px, ratio between 1:3 and 3:1: same source. */
const MAX_SIDE = 3840
const MAX_RATIO = 3
/** Smaller ones are drawn at this many pixels and scaled down: the models refuse sizes far below 1 Mpx. */
const MIN_PIXELS = 1024 * 640

/** What every GPT image model takes. */
const STANDARD: readonly Size[] = [
  { width: 1024, height: 1024 },
  { width: 1536, height: 1024 },
  { width: 1024, height: 1536 },
]

/** The smallest free size that covers `wanted`, so that cropping never has to enlarge. */
export function nearestFreeSize(wanted: Size): Size {
  const width = Math.max(wanted.width, wanted.height / MAX_RATIO)
  const height = Math.max(wanted.height, wanted.width / MAX_RATIO)
  const grow = Math.max(1, Math.sqrt(MIN_PIXELS / (width * height)))
  const shrink = Math.min(1, MAX_SIDE / (Math.max(width, height) * grow))
  return { width: step(width * grow * shrink), height: step(height * grow * shrink) }
}

/** The standard size whose ratio is closest to `wanted`. */
export function nearestStandardSize(wanted: Size): Size {
  const distance = (size: Size) =>
    Math.abs(Math.log((size.width * wanted.height) / (size.height * wanted.width)))
  return STANDARD.reduce((best, size) => (distance(size) < distance(best) ? size : best))
}

function step(pixels: number): number {
  // The tolerance keeps 1024.0000001 px from becoming 1040.
  return Math.min(MAX_SIDE, Math.ceil(pixels / STEP - 1e-6) * STEP)
}
