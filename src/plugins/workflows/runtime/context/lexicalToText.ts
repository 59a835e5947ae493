interface LexicalNode {
  type?: unknown
  tag?: unknown
  text?: unknown
  children?: unknown
}

/** Deep nesting or endless lists are no reason to stop; this many nodes is more than a book has. */
const MAX_NODES = 200_000

/**
 * Rich text as plain text with Markdown's headings, lists and quotes. Walks the stored nodes itself:
 * Payload's converter throws on nodes that the editor no longer knows. Those give only their text.
 */
export function lexicalToText(document: unknown): string {
  const root = nodeOf(nodeOf(document)?.root)
  if (!root) return ''
  const stack: (LexicalNode | string)[] = [root]
  let out = ''
  for (let visited = 0; stack.length > 0 && visited < MAX_NODES; visited += 1) {
    const next = stack.pop()
    if (typeof next === 'string') {
      out += next
    } else if (next) {
      out += typeof next.text === 'string' ? next.text : ''
      const parts = [before(next), ...childrenOf(next), after(next)]
      stack.push(...parts.filter((part) => part !== '').reverse())
    }
  }
  return out
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function before({ type, tag }: LexicalNode): string {
  switch (type) {
    case 'heading':
      return `${'#'.repeat(Number(/^h([1-6])$/.exec(String(tag))?.[1] ?? 2))} `
    case 'quote':
      return '> '
    case 'listitem':
      return '- '
    case 'linebreak':
      return '\n'
    case 'tab':
      return '\t'
    case 'horizontalrule':
      return '---\n\n'
    default:
      return ''
  }
}

function after({ type }: LexicalNode): string {
  switch (type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return '\n\n'
    case 'listitem':
    case 'tablerow':
    case 'list':
      return '\n'
    case 'tablecell':
      return ' | '
    default:
      return ''
  }
}

function childrenOf({ children }: LexicalNode): LexicalNode[] {
  return Array.isArray(children) ? children.flatMap((child) => nodeOf(child) ?? []) : []
}

function nodeOf(value: unknown): (LexicalNode & { root?: unknown }) | null {
  return typeof value === 'object' && value !== null ? value : null
}
