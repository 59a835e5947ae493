import type {
  convertMarkdownToLexical,
  SanitizedServerEditorConfig,
} from '@payloadcms/richtext-lexical'
import type { Payload, RichTextField } from 'payload'

import { findField } from './collectionFields.js'
import { isSafeLink } from './safeLinks.js'
import { tameMarkdown } from './tameMarkdown.js'

/**
 * Nodes a model's text may become. Left out on purpose: `upload`, `relationship` and `block`, which
 * Payload's own transformers would make of `![media:12]()` and `<Block>`: a model would then embed
 * documents that the reader, or the launching user, may not see.
 */
const ALLOWED_NODES: ReadonlySet<string> = new Set([
  'paragraph',
  'text',
  'linebreak',
  'tab',
  'heading',
  'quote',
  'list',
  'listitem',
  'link',
  'horizontalrule',
  'table',
  'tablerow',
  'tablecell',
])

/** One entry a field; the config object is new when the site's config is. */
const editorConfigs = new WeakMap<RichTextField, SanitizedServerEditorConfig>()

/** Kept: asking Node for a module that is loaded costs a turn of its loader each time. */
let lexicalPackage: Promise<typeof import('@payloadcms/richtext-lexical')> | undefined

type LexicalDocument = ReturnType<typeof convertMarkdownToLexical>

/** Markdown as the rich text of exactly that field: what its editor cannot show stays text. */
export async function markdownToLexical({
  payload,
  collection,
  fieldPath,
  markdown,
}: {
  payload: Payload
  collection: string
  fieldPath: string
  markdown: string
}): Promise<LexicalDocument> {
  const field = findField({ payload, collection, path: fieldPath })
  if (field?.type !== 'richText') {
    throw new Error(`«${fieldPath}» of «${collection}» is no rich text field.`)
  }
  // Only here, so that a site whose bodies are plain text need not have the editor installed.
  const lexical = await (lexicalPackage ??= import('@payloadcms/richtext-lexical'))
  const editorConfig = editorConfigOf(field, lexical)
  const document = lexical.convertMarkdownToLexical({
    editorConfig,
    markdown: tameMarkdown(markdown),
  })
  return { ...document, root: withoutUnsafeLinks(document.root) }
}

function editorConfigOf(
  field: RichTextField,
  { editorConfigFactory }: typeof import('@payloadcms/richtext-lexical'),
): SanitizedServerEditorConfig {
  const cached = editorConfigs.get(field)
  if (cached) return cached
  const config = editorConfigFactory.fromField({ field })
  const allowed = config.features.markdownTransformers.filter(
    (transformer) =>
      !('dependencies' in transformer) ||
      transformer.dependencies.every((node) => ALLOWED_NODES.has(node.getType())),
  )
  const safe = { ...config, features: { ...config.features, markdownTransformers: allowed } }
  editorConfigs.set(field, safe)
  return safe
}

interface LexicalNode {
  type: string
  children?: LexicalNode[]
  fields?: { url?: unknown }
  [key: string]: unknown
}

/** Links that are not allowed give way to their text. Depth is bounded by what Markdown can nest. */
function withoutUnsafeLinks<Node extends LexicalNode>(node: Node): Node {
  if (!node.children) return node
  const children = node.children
    .map(withoutUnsafeLinks)
    .flatMap((child) =>
      child.type === 'link' && !isSafeLink(child.fields?.url) ? (child.children ?? []) : [child],
    )
  return { ...node, children }
}
