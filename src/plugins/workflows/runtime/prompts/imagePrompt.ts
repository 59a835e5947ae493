import type { JsonObject } from '../../graph/types.js'

import { cutAtWord } from '../context/words.js'

/** What screen readers are told in one go; common advice for alt texts. */
const MAX_ALT = 125

/** Enough of a copy to draw by; images.generate takes 32,000 characters at most. */
const MAX_COPY = 1_500
const MAX_PROMPT = 30_000

/** How each style preset is said to the model. */
const STYLE_SENTENCES: Readonly<Record<string, string>> = {
  professional_marketing:
    'Style: professional marketing photography, clean composition, studio light, room for the subject.',
  minimalist: 'Style: minimalist, few shapes, much empty space, a restrained palette.',
  vibrant: 'Style: vibrant, saturated colours, strong contrast, lively composition.',
  realistic: 'Style: realistic photograph, natural light, true colours and textures.',
  artistic: 'Style: artistic illustration, visible brushwork, expressive shapes and colours.',
}

export function imagePrompt({
  prompt,
  style,
  copy,
}: {
  prompt: string
  style: string
  /** The copy to illustrate, if the prompt does not mention it itself. */
  copy: JsonObject | null
}): string {
  const text = copy ? [copy.title, copy.text].filter((value) => typeof value === 'string') : []
  const parts = [
    cutAtWord(prompt.trim(), MAX_PROMPT - MAX_COPY - 1_000),
    text.length > 0 &&
      `It illustrates this text:\n"""\n${cutAtWord(text.join('\n'), MAX_COPY)}\n"""`,
    STYLE_SENTENCES[style] ?? `Style: ${style}.`,
  ]
  return parts.filter(Boolean).join('\n\n')
}

/**
 * A short alt text: the title of the copy it illustrates, else the prompt's first sentence without
 * "Create an image of".
 */
export function altText({
  prompt,
  copy,
  isDemo,
}: {
  prompt: string
  copy: JsonObject | null
  isDemo: boolean
}): string {
  const mark = isDemo ? ' (demo image)' : ''
  const title = typeof copy?.title === 'string' ? copy.title : ''
  const text = oneLine(title) || subjectOf(oneLine(prompt)) || 'Image'
  return `${cutAtWord(text, MAX_ALT - mark.length)}${mark}`
}

function subjectOf(prompt: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/.exec(prompt)?.[0] ?? prompt
  const subject = sentence
    .replace(
      /^(please )?(create|generate|make|draw|paint|design|produce)( me)? (an?|the) ((\p{L}|-)+ ){0,3}?(image|picture|photo|photograph|illustration|graphic|visual)s? (of|for|showing|with|that shows) /iu,
      '',
    )
    .replace(/[.!?]+$/, '')
  return subject.charAt(0).toUpperCase() + subject.slice(1)
}

function oneLine(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
