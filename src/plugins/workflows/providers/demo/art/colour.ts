/** Lightness 0 to 1, chroma 0 to about 0.3, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

/** Chroma lost per step until a colour exists on a screen. */
const CHROMA_STEP = 0.005

/**
 * `#rrggbb` of an OKLCH colour, the space in which equal steps look equal. Colours that no screen shows
 * lose chroma, never hue. Matrices: Björn Ottosson, "A perceptual color space for image processing".
 */
export function oklch(lightness: number, chroma: number, hue: number): string {
  for (let reduced = chroma; reduced > 0; reduced -= CHROMA_STEP) {
    const channels = toSrgb(lightness, reduced, hue)
    if (channels.every((channel) => channel >= -0.001 && channel <= 1.001)) return toHex(channels)
  }
  return toHex(toSrgb(lightness, 0, 0))
}

/** `steps` colours from one to the other, both included. Hue goes the shorter way round. */
export function ramp({ from, to, steps }: { from: Oklch; to: Oklch; steps: number }): string[] {
  const turn = ((to[2] - from[2] + 540) % 360) - 180
  return Array.from({ length: steps }, (_, step) => {
    const share = steps === 1 ? 0 : step / (steps - 1)
    return oklch(
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
      from[2] + turn * share,
    )
  })
}

function toSrgb(lightness: number, chroma: number, hue: number): number[] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((linear) => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055))
}

function toHex(channels: number[]): string {
  const bytes = channels.map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
