import type { Phrase } from '../../plugins/workflows/graph/sentence.js'
import type { SentenceText } from '../../plugins/workflows/graph/sentences.js'

/** Sentences that begin by naming their node, and the part of each that says what is wrong there. */
const PARTS = new Map<SentenceText, string>([
  ['“{{node}}”: {{what}}', 'what'],
  ['“{{node}}” compares “{{field}}”, but {{why}}', 'why'],
  ['“{{node}}” takes its quantity from {{source}}, but {{why}}', 'why'],
])

/** What a problem says where its node is named already; null when it says it in one piece. */
export function sentenceWithoutNode({ text, values }: Phrase): Phrase | null {
  const part = values[PARTS.get(text) ?? '']
  return typeof part === 'object' && 'text' in part ? part : null
}
