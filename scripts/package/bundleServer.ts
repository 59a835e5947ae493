import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'
import { build, type Plugin } from 'vite'

import { inRepository } from '../repository.js'

const dist = inRepository('dist')

/**
 * What Node loads. They share state and classes, so they are bundled together: what two of them use is in one chunk.
 * The others (`client`, `api`, `types`) are small, and browsers load them by a bundler of the site.
 */
const ENTRIES = ['index', 'exports/rsc', 'exports/testing', 'exports/worker']
const COMMANDS = 'jobs/bin'
/** Entries that stay as they are; whatever they reach stays too. */
const LEFT = ['exports/client.js', 'exports/api.js', 'exports/types.js']

const CLIENT = /^(\/\*[^]*?\*\/\s*)?['"]use client['"]/

/** Files that must keep a place of their own: what is for browsers, styles, and what asks where it lies. */
const staysAlone = (file: string): boolean => {
  if (!file.endsWith('.js')) return true
  const code = readFileSync(file, 'utf8')
  return CLIENT.test(code) || code.includes('import.meta.url')
}

/** Takes the compiled files with their source maps, and leaves packages to Node. */
const compiled: Plugin = {
  name: 'compiled',
  enforce: 'pre',
  resolveId: (specifier, importer) => {
    if (!importer) return { id: specifier }
    if (!specifier.startsWith('.')) return { id: specifier, external: true }
    const id = path.resolve(path.dirname(importer), specifier)
    return staysAlone(id) ? { id, external: 'relative' } : { id, moduleSideEffects: false }
  },
  load: (id) => ({
    code: readFileSync(id, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n$/, '\n'),
    map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) as never,
  }),
}

/** Static and dynamic, as the compiler sees them. */
const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.resolve(path.dirname(file), specifier))

const reachFrom = (file: string, seen: Set<string>): void => {
  if (seen.has(file) || !existsSync(file)) return
  seen.add(file)
  if (file.endsWith('.js')) importsOf(file).forEach((imported) => reachFrom(imported, seen))
}

/** Modules that are in a bundle now and are reached by nothing else. */
const removeUnreached = (entries: string[]): number => {
  const reached = new Set<string>()
  for (const entry of entries) reachFrom(path.join(dist, entry), reached)
  const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(dist, file))
    .filter((file) => !reached.has(file))
  for (const file of modules) {
    rmSync(file)
    rmSync(`${file}.map`, { force: true })
  }
  return modules.length
}

/**
 * Hundreds of small modules cost Node a third of a millisecond each at every start of a site. Browsers' files stay
 * apart: there `'use client'` at the top of a file is what bundlers go by.
 */
export const bundleServer = async (): Promise<number> => {
  const commands = readdirSync(path.join(dist, COMMANDS))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${COMMANDS}/${file.replace(/\.js$/, '')}`)
  const entries = [...ENTRIES, ...commands]
  await build({
    configFile: false,
    root: inRepository(),
    logLevel: 'warn',
    plugins: [compiled],
    esbuild: false,
    build: {
      ssr: true,
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      target: 'es2022',
      rollupOptions: {
        input: Object.fromEntries(entries.map((entry) => [entry, path.join(dist, `${entry}.js`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return removeUnreached([...LEFT, ...entries.map((entry) => `${entry}.js`)])
}
