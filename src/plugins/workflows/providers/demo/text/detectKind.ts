import type { DemoHints } from '../../types.js'

export type TextKind =
  | 'ad'
  | 'caption'
  | 'blog'
  | 'snippet'
  | 'subject'
  | 'email'
  | 'headline'
  | 'call'
  | 'outline'
  | 'generic'

/** From the telling to the general: an `email subject line` is a subject line first. */
const PATTERNS: readonly [TextKind, RegExp][] = [
  ['subject', /subject[ -]?lines?|email subjects?/i],
  ['call', /\bctas?\b|calls?[ -]to[ -]action|button (text|copy|label)s?/i],
  [
    'snippet',
    /snippets?|tweets?|\bx posts?\b|threads? posts?|linkedin posts?|social (media )?posts?|teasers?/i,
  ],
  ['outline', /outlines?|\bangles\b|\bideas\b|\bconcepts?\b|strateg(y|ies)|bullet points?/i],
  ['headline', /headlines?|\bheros?\b|taglines?|slogans?|\btitles?\b/i],
  ['caption', /captions?|instagram|carousel|\breels?\b/i],
  ['blog', /blog|articles?|long-?form|\bposts?\b|guides?|stories|\bstory\b/i],
  ['email', /e-?mails?|newsletters?/i],
  ['ad', /\bads?\b|adverts?|advertis\w*|facebook|ad copy|google ads/i],
]

/** `Write an email subject line`: this close together, the more telling kind wins. */
const NEAR_CHARS = 13

/** What is wanted: the node's label decides; without a hint there, what the prompt names first. */
export function detectKind({
  nodeLabel,
  prompt,
}: Pick<DemoHints, 'nodeLabel' | 'prompt'>): TextKind {
  const byLabel = PATTERNS.find(([, pattern]) => pattern.test(nodeLabel))
  if (byLabel) return byLabel[0]
  const mentions = PATTERNS.flatMap(([kind, pattern]) => {
    const at = prompt.search(pattern)
    return at === -1 ? [] : [{ kind, at }]
  })
  const first = Math.min(...mentions.map(({ at }) => at))
  return mentions.find(({ at }) => at <= first + NEAR_CHARS)?.kind ?? 'generic'
}
