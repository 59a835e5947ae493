import type { ImageRequest } from '../types.js'

/** Words for the style presets of generate_image (features.md T050): the API has no style parameter any more. */
const STYLES: Record<string, string> = {
  professional_marketing:
    'polished advertising photograph, one clear subject, clean composition, studio light, room for a headline',
  minimalist: 'minimalist, few shapes, generous empty space, a restrained palette',
  vibrant: 'vibrant, saturated colours, bold contrast, energetic composition',
  realistic: 'photorealistic, natural light, true materials, shallow depth of field',
  artistic: 'artistic illustration, painterly texture, expressive shapes',
}

/** Prompts may have 32,000 characters: images.generate, `prompt` (niche-and-parts.md 5.3). */
const MAX_PROMPT_CHARS = 32_000

/** The prompt with the words of its style at the end; an unknown style is taken as words itself. */
export function withStyle({ prompt, style }: Pick<ImageRequest, 'prompt' | 'style'>): string {
  if (!style) return prompt.slice(0, MAX_PROMPT_CHARS)
  const words = Object.hasOwn(STYLES, style) ? STYLES[style] : style
  const ending = `\n\nStyle: ${words}.`
  return prompt.slice(0, MAX_PROMPT_CHARS - ending.length) + ending
}
