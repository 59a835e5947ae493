import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'

import { inRepository, repository } from '../repository.js'

export interface Import {
  /** As written. */
  specifier: string
  /** Path in the repository for our own files, else the package name. */
  target: string
  isTypeOnly: boolean
  line: number
}

const ENDINGS = ['.ts', '.tsx', '.d.ts', '.css', '.json']

const onDisk = (absolute: string): string => {
  const bare = absolute.replace(/\.jsx?$/, '')
  const found = [absolute, ...ENDINGS.map((ending) => bare + ending)].find((file) =>
    existsSync(file),
  )
  return path
    .relative(repository, found ?? absolute)
    .split(path.sep)
    .join('/')
}

const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('.'))
    return onDisk(path.join(inRepository(path.dirname(file)), specifier))
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

const isTypeOnly = (statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly
  const clause = statement.importClause
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return (
    !clause.name &&
    Boolean(named && ts.isNamedImports(named)) &&
    Boolean(named && ts.isNamedImports(named) && named.elements.every((item) => item.isTypeOnly))
  )
}

/** Every import and re-export of a file, `import('…')` calls included. */
export const readImports = (file: string): Import[] => {
  const source = ts.createSourceFile(
    file,
    readFileSync(inRepository(file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const found: Import[] = []
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push({
      specifier: specifier.text,
      target: targetOf(file, specifier.text),
      isTypeOnly: typeOnly,
      line: line + 1,
    })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, isTypeOnly(node))
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
