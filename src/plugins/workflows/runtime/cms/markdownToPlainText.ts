import { MARKDOWN_LINK } from './safeLinks.js'
import { tameMarkdown } from './tameMarkdown.js'

/** For bodies that are no rich text: the words and line breaks without Markdown's signs. */
export function markdownToPlainText(markdown: string): string {
  return tameMarkdown(markdown)
    .split('\n')
    .map(plainLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}(#{1,6}\s+|>\s?)/, '')
    .replace(/^(\s*)[*+]\s+/, '$1- ')
    .replace(/^\s*([-*_])(\s*\1){2,}\s*$/, '')
    .replace(MARKDOWN_LINK, (_link, _picture, text: string, url: string) =>
      url === text ? text : `${text} (${url})`,
    )
    .replace(/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!~>-])/g, '$1')
}
