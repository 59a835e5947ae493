import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { transformFile } from '@swc/core'

import { filesBelow } from './imports/files.js'
import { bundleServer } from './package/bundleServer.js'
import { inRepository } from './repository.js'
import { runCommand } from './shutdown.js'
import { runChild } from './testing/runChild.js'

const CODE = /\.tsx?$/
/** Read at run time, or found by a host's bundler beside the code that imports it. */
const COPIED = /\.(css|json|sql|svg)$/
const NOT_SHIPPED = /\.(spec|fixture)\.tsx?$|\/testSupport\/|\.d\.ts$/

const inDist = (file: string): string => inRepository(file.replace(/^src\//, 'dist/'))

const compile = async (file: string): Promise<void> => {
  const target = inDist(file).replace(CODE, '.js')
  // File by file, so that `'use client'` stays at the top of its own file.
  const { code, map } = await transformFile(inRepository(file), {
    sourceMaps: true,
    swcrc: false,
    configFile: false,
    sourceFileName: path.relative(path.dirname(target), inRepository(file)),
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: file.endsWith('x') },
      transform: { verbatimModuleSyntax: true, react: { runtime: 'automatic' } },
    },
  })
  writeFileSync(target, `${code}//# sourceMappingURL=${path.basename(target)}.map\n`)
  if (map) writeFileSync(`${target}.map`, map)
}

const writeTypes = async (): Promise<void> => {
  const { code, output } = await runChild(
    [
      inRepository('node_modules', 'typescript', 'bin', 'tsc'),
      ...['-p', inRepository('scripts', 'tsconfig.build.json')],
    ],
    { quiet: true, limitMs: 5 * 60_000 },
  )
  if (code !== 0) throw new Error(`The types were not written.\n${output}`)
}

/** Styles have no types; left in declarations, their imports resolve to nothing for whoever checks them. */
const STYLE_IMPORT = /^import ['"][^'"]+\.css['"];?\n/gm

const leaveStylesOut = (): void => {
  const files = readdirSync(inRepository('dist'), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(inRepository('dist', file), 'utf8')
    if (text.includes('.css')) {
      writeFileSync(inRepository('dist', file), text.replace(STYLE_IMPORT, ''))
    }
  }
}

runCommand(async () => {
  rmSync(inRepository('dist'), { recursive: true, force: true })
  const files = filesBelow(['src']).filter((file) => !NOT_SHIPPED.test(file))
  for (const file of files) mkdirSync(path.dirname(inDist(file)), { recursive: true })
  const code = files.filter((file) => CODE.test(file))
  const copied = files.filter((file) => COPIED.test(file))
  for (const file of copied) copyFileSync(inRepository(file), inDist(file))
  await Promise.all([...code.map(compile), writeTypes()])
  leaveStylesOut()
  const bundled = await bundleServer()
  console.log(
    `dist: ${code.length} modules compiled, ${bundled} of them bundled, ${copied.length} files copied.`,
  )
  return 0
})
