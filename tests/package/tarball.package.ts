import { readdirSync, readFileSync, statSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'
import { beforeAll, describe, expect, inject, it } from 'vitest'

import { run, tryToRun } from './support/run.js'

/** Asked from the registry when the test runs; they are no dependencies of this repository. */
const PUBLINT = 'publint@0.3.25'
const ARE_THE_TYPES_WRONG = '@arethetypeswrong/cli@0.18.5'

const ENTRIES = ['.', './api', './client', './rsc', './testing', './types', './worker']

interface Manifest {
  exports: Record<string, unknown>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  scripts?: Record<string, string>
}

let root: string
let files: string[]
let manifest: Manifest

beforeAll(() => {
  root = path.join(inject('host'), 'node_modules', 'payload-workflows')
  files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(root, file)).isFile(),
  )
  manifest = JSON.parse(read('package.json')) as Manifest
})

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const modules = () => files.filter((file) => file.endsWith('.js'))

/** Static and dynamic, as the compiler sees them. */
const importsOf = (file: string): string[] =>
  ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => fileName)

describe('the tarball', () => {
  it('should hold what runs, and nothing of tests, demos and sources', () => {
    const odd = files.filter((file) => !/^(dist\/|package\.json$|[A-Z]+(\.md)?$)/.test(file))
    expect(odd).toEqual([])
    expect(
      files.filter((file) =>
        /\.(spec|fixture)\.|testSupport|\.tsx?$/.test(file.replace(/\.d\.ts$/, '')),
      ),
    ).toEqual([])
    expect(files.some((file) => file.endsWith('01_accumulator.sql'))).toBe(true)
    expect(statSync(inject('tarball')).size).toBeLessThan(3 * 1024 * 1024)
    expect(manifest.scripts).not.toHaveProperty('postinstall')
  })

  it('should have a source map beside every module, with the source in it', () => {
    for (const file of modules()) {
      expect(read(file)).toContain(`//# sourceMappingURL=${path.basename(file)}.map`)
      const { sources, sourcesContent } = JSON.parse(read(`${file}.map`)) as {
        sources: string[]
        sourcesContent?: (string | null)[]
      }
      expect(sourcesContent?.filter(Boolean)).toHaveLength(sources.length)
      // An entry that only hands on what a chunk has is no line of a source.
      const lines = read(file).split('\n')
      const isEmpty = lines.every((line) => /^(import|export|\/\/|$)/.test(line))
      expect([file, sources.length > 0 || isEmpty]).toEqual([file, true])
    }
  })

  it('should import nothing that it does not declare, and no file that it does not bring', () => {
    const declared = new Set(
      Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).concat(
        'payload-workflows',
      ),
    )
    const missing: string[] = []
    for (const file of modules()) {
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('.')) {
          const target = path.posix.join(path.posix.dirname(file), specifier)
          if (!files.includes(target)) missing.push(`${file}: ${specifier}`)
          continue
        }
        const [scope = '', name = ''] = specifier.split('/')
        const dependency = scope.startsWith('@') ? `${scope}/${name}` : scope
        if (!specifier.startsWith('node:') && !declared.has(dependency)) {
          missing.push(`${file}: ${specifier}`)
        }
      }
    }
    expect(missing).toEqual([])
  })

  it('should keep what is for browsers marked as such', () => {
    const [marked] = modules().filter((file) => file.endsWith('AttachmentsField/index.js'))
    expect(read(marked ?? '')).toMatch(/^(\/\*[^]*?\*\/\s*)?['"]use client['"]/)
  })

  it('should have no React in the client for scripts, and no graphile-worker outside of the worker', () => {
    const reach = (entry: string, seen = new Set<string>()): Set<string> => {
      for (const specifier of seen.has(entry) ? [] : importsOf(entry)) {
        seen.add(entry)
        if (!specifier.startsWith('.')) seen.add(specifier)
        else if (specifier.endsWith('.js')) {
          reach(path.posix.join(path.posix.dirname(entry), specifier), seen)
        }
      }
      return seen
    }
    expect(
      [...reach('dist/exports/api.js')].filter((name) =>
        /^(react|@payloadcms|payload$)/.test(name),
      ),
    ).toEqual([])
    expect([...reach('dist/index.js')]).not.toContain('graphile-worker')
    expect([...reach('dist/exports/worker.js')]).toContain('graphile-worker')
  })
})

describe('at start', () => {
  it('should load no SDK, no demo and no more than a handful of files', () => {
    const loaded = new Set<string>()
    const load = (file: string) => {
      if (loaded.has(file)) return
      loaded.add(file)
      for (const statement of ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest)
        .statements) {
        const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
        const specifier = isImport ? statement.moduleSpecifier : undefined
        if (!specifier || !ts.isStringLiteral(specifier)) continue
        if (!specifier.text.startsWith('.')) loaded.add(specifier.text)
        else if (specifier.text.endsWith('.js')) {
          load(path.posix.join(path.posix.dirname(file), specifier.text))
        }
      }
    }
    load('dist/index.js')
    const names = [...loaded]
    expect(
      names.filter((name) => /^(openai|pdf-parse|graphile-worker|react|next)/.test(name)),
    ).toEqual([])
    expect(names.filter((name) => /drawDemoImage|writeDemoText/.test(name))).toEqual([])
    expect(names.filter((name) => name.startsWith('dist/')).length).toBeLessThan(40)
  })
})

describe('its entries', () => {
  it('should be these', () => {
    expect(Object.keys(manifest.exports).sort()).toEqual([...ENTRIES, './package.json'].sort())
  })

  it.each(['bundler', 'node16', 'nodenext'])('should have types under %s', async (resolution) => {
    const folder = path.join(inject('host'), `types-${resolution}`)
    mkdirSync(folder, { recursive: true })
    const lines = ENTRIES.map((entry, at) => {
      const specifier = entry.replace('.', 'payload-workflows')
      return `import * as entry${at} from '${specifier}'\nvoid entry${at}`
    })
    writeFileSync(path.join(folder, 'index.ts'), [...lines, USE].join('\n'))
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'es2023',
          lib: ['ES2023', 'DOM', 'DOM.Iterable'],
          module: resolution === 'bundler' ? 'esnext' : resolution,
          moduleResolution: resolution,
          strict: true,
          // Their packages, not ours, would be judged.
          skipLibCheck: true,
          noEmit: true,
          jsx: 'react-jsx',
          types: ['node'],
        },
      }),
    )
    const { output } = await tryToRun({
      args: [path.join(inject('host'), 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder],
      cwd: folder,
      limitMs: 5 * 60_000,
    })
    expect(output).toBe('')
  })

  it('should please publint and arethetypeswrong', async () => {
    const npx = (...args: string[]) =>
      run({ command: 'npx', args: ['-y', ...args], cwd: inject('host'), limitMs: 4 * 60_000 })
    expect(await npx(PUBLINT, 'run', inject('tarball'), '--strict')).toContain('All good!')
    await npx(ARE_THE_TYPES_WRONG, inject('tarball'), '--profile', 'esm-only', '--format', 'ascii')
  })
})

/** A stranger's use: each name has a type that says no to what is wrong. */
const USE = `
import { workflowsPlugin, defineNode, openAIProvider } from 'payload-workflows'
import { createWorkflowsClient } from 'payload-workflows/api'
import { runNode } from 'payload-workflows/testing'
import type { WorkflowsPluginOptions } from 'payload-workflows/types'

const options: WorkflowsPluginOptions = { documents: [{ collection: 'a' }], media: { collection: 'b' } }
workflowsPlugin(options)
// @ts-expect-error documents is required
workflowsPlugin({ media: { collection: 'b' } })
const run = async () => {
  const { id } = await createWorkflowsClient().executions.launch({ template: 1, params: {} })
  const text: string = id
  // @ts-expect-error an id is no number
  const wrong: number = id
  return [text, wrong]
}
void [defineNode, openAIProvider, runNode, run]
`
