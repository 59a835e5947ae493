// Module hooks that compile TypeScript with swc: in this process and without a cache to go stale.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { transformSync } from '@swc/core'

const repository = new URL('../../', import.meta.url)

/** The package's own names, as tsconfig.json has them. */
const ownNames = {
  '@payload-config': 'payload.config.ts',
  'payload-workflows': 'src/index.ts',
}
const ownEntry = /^payload-workflows\/(\w+)$/

/** @param {URL} url */
const isFile = (url) => url.protocol === 'file:' && existsSync(url)

/**
 * Imports name the file that the compiler would write; what is there is its source.
 * @param {string} specifier
 * @param {string | undefined} parentURL
 */
const sourceOf = (specifier, parentURL) => {
  const isPath = /^(\.|\/|file:)/.test(specifier)
  if (!isPath || !specifier.endsWith('.js')) return null
  for (const ending of ['.ts', '.tsx']) {
    const url = new URL(specifier.replace(/\.js$/, ending), parentURL)
    if (isFile(url)) return url.href
  }
  return null
}

/** @param {string} specifier */
const ownFile = (specifier) => {
  const file =
    ownNames[specifier] ?? specifier.replace(ownEntry, (_match, entry) => `src/exports/${entry}.ts`)
  return file === specifier ? null : new URL(file, repository).href
}

/**
 * For Node, lexical chooses its build in a top-level `await import(…)`. Where several imports reach one
 * at once, Node 20 loses its way: on a busy machine one start in ten ended silently with code 13 or 0.
 * The condition takes the build directly.
 */
const lexical = /^(@lexical\/|lexical(\/|$))/

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, nextResolve) => {
  if (lexical.test(specifier)) {
    return nextResolve(specifier, {
      ...context,
      conditions: ['production', ...context.conditions],
    })
  }
  if (context.parentURL?.includes('/node_modules/')) return nextResolve(specifier, context)
  const url = ownFile(specifier) ?? sourceOf(specifier, context.parentURL)
  return url ? { url, shortCircuit: true } : nextResolve(specifier, context)
}

/** @type {import('node:module').LoadHook} */
export const load = (url, context, nextLoad) => {
  const path = url.split('?')[0] ?? url
  if (!path.startsWith('file:') || !/\.m?tsx?$/.test(path) || path.includes('/node_modules/')) {
    return nextLoad(url, context)
  }
  const filename = fileURLToPath(path)
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    sourceFileName: pathToFileURL(filename).href,
    swcrc: false,
    configFile: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: path.endsWith('x') },
      transform: { verbatimModuleSyntax: true, react: { runtime: 'automatic' } },
    },
  })
  return { format: 'module', source: code, shortCircuit: true }
}
