/**
 * Fails when docs/options.md does not name an option that the types have, or names a default that is not the
 * types' own. An option is any property of `WorkflowsPluginOptions`, and of the types in the same file that it
 * leads to.
 */
import { readFileSync } from 'node:fs'

import ts from 'typescript'

import { inRepository } from '../repository.js'

const TYPES = 'src/plugins/workflows/options.ts'
const PAGE = 'docs/options.md'

/** What their tables call them: a type, and the heading its keys stand under. */
const SECTIONS: Record<string, string> = {
  WorkflowsPluginOptions: '# Options of `workflowsPlugin`',
  DocumentsOption: '## documents',
  MediaOption: '## media',
  LimitsOption: '## limits',
  WorkerOption: '## worker',
}

interface Option {
  name: string
  section: string
  default: string | null
}

const source = ts.createSourceFile(
  TYPES,
  readFileSync(inRepository(TYPES), 'utf8'),
  ts.ScriptTarget.Latest,
  true,
)
const page = readFileSync(inRepository(PAGE), 'utf8')

const defaultOf = (member: ts.Node): string | null => {
  const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default')
  return typeof tag?.comment === 'string' ? tag.comment.trim() : null
}

const optionsOf = (node: ts.Node, section: string): Option[] =>
  node
    .getChildren(source)
    .flatMap((child) => (child.kind === ts.SyntaxKind.SyntaxList ? child.getChildren(source) : []))
    .filter(ts.isPropertySignature)
    .map((member) => ({
      name: member.name.getText(source),
      section,
      default: defaultOf(member),
    }))

const options = source.statements.flatMap((statement) => {
  if (ts.isInterfaceDeclaration(statement)) {
    const section = SECTIONS[statement.name.text]
    return section ? optionsOf(statement, section) : []
  }
  if (!ts.isTypeAliasDeclaration(statement)) return []
  const section = SECTIONS[statement.name.text]
  return section ? optionsOf(statement.type, section) : []
})

/** From its heading to the next of the same depth or higher; the first one is the page's own table. */
const textBelow = (heading: string): string => {
  const start = page.indexOf(`${heading}\n`)
  if (start < 0) return ''
  const end = page.indexOf('\n## ', start + heading.length)
  return page.slice(start, end < 0 ? undefined : end)
}

/** A row whose first cell names it: `` `name` `` alone, in a link, beside another, or with what it holds. */
const rowOf = ({ name, section }: Option): string | undefined =>
  textBelow(section)
    .split('\n')
    .find((line) => new RegExp(`^\\|[^|]*\`${name}[\`.]`).test(line))

/** `'title'` and `title`, 10485760 and 10485760 (10 MB): the same to a reader. */
const bare = (text: string): string => text.replace(/['"`]|\s*\(.*?\)$/g, '')

const wrong = options.flatMap((option) => {
  const row = rowOf(option)
  if (!row) return [`${option.section} does not name \`${option.name}\`.`]
  const isPlain = option.default !== null && /^('[^']*'|\d+( \(.*\))?|true|false)$/.test(option.default)
  return isPlain && !row.includes(bare(option.default ?? ''))
    ? [`${option.section}: \`${option.name}\` has the default ${option.default}.`]
    : []
})

/** Keys of the objects inside `WorkflowsPluginOptions`, which stand in a table of their own or in a sentence. */
const namesInside = (node: ts.Node): string[] =>
  node.getChildren(source).flatMap((child) => {
    if (ts.isPropertySignature(child)) return [child.name.getText(source), ...namesInside(child)]
    // What a function takes is the function's.
    if (ts.isFunctionTypeNode(child)) return []
    if (ts.isLiteralTypeNode(child) && ts.isStringLiteral(child.literal)) return [child.literal.text]
    return namesInside(child)
  })

const all = source.statements.find(
  (statement) =>
    ts.isTypeAliasDeclaration(statement) && statement.name.text === 'WorkflowsPluginOptions',
)
for (const name of all ? namesInside(all) : []) {
  if (!new RegExp(`[\`.'{ ]${name}[\`.,' }]`).test(page)) wrong.push(`\`${name}\` is not named.`)
}

if (options.length < 30) wrong.push(`Only ${options.length} options were found in ${TYPES}.`)
if (wrong.length > 0) {
  console.error(`${PAGE} is not what ${TYPES} says.\n${wrong.join('\n')}`)
  process.exit(1)
}
