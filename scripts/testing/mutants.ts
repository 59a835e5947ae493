import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { PlainError } from '../plainError.js'
import { inRepository } from '../repository.js'

/** The engine with one safeguard taken away, and the test that must notice. */
export interface Mutant {
  name: string
  /** What is missing, in words. */
  what: string
  file: string
  test: { file: string; title: string }
}

const FOLDER = 'tests/mutants'

/** What a copy needs to run the guarantee tests; the rest is linked or left out. */
const COPIED = [
  ...['src', 'dev', 'tests', 'scripts', 'migrations'],
  ...['package.json', 'tsconfig.json', 'vitest.config.ts', 'payload.config.ts'],
]
const LEFT_OUT = /[\\/](\.next|artefacts)$/

export function readMutants(): Mutant[] {
  return readdirSync(inRepository(FOLDER))
    .filter((name) => name.endsWith('.patch'))
    .sort()
    .map((name) => {
      const text = readFileSync(inRepository(FOLDER, name), 'utf8')
      const what = /^Mutant: (.+)$/m.exec(text)?.[1]
      const killer = /^Killed by: (\S+) "(.+)"$/m.exec(text)
      if (!what || !killer?.[1] || !killer[2]) {
        throw new PlainError(
          `${FOLDER}/${name} needs the lines «Mutant: …» and «Killed by: <file> "<title>"».`,
        )
      }
      return {
        name: name.replace(/\.patch$/, ''),
        what,
        file: inRepository(FOLDER, name),
        test: { file: killer[1], title: killer[2] },
      }
    })
}

/** The repository as it is now, in a folder of its own. */
export function makeCopy(): { folder: string; drop: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'payload-workflows-mutant-'))
  for (const part of COPIED) {
    cpSync(inRepository(part), path.join(folder, part), {
      recursive: true,
      filter: (source) => !LEFT_OUT.test(source),
    })
  }
  symlinkSync(inRepository('node_modules'), path.join(folder, 'node_modules'), 'junction')
  return { folder, drop: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Takes the safeguard away; what git said when the patch does not fit any more. */
export function applyMutant(mutant: Mutant, folder: string): string | null {
  return git(['apply', mutant.file], folder)
}

/** What git says against a patch as the repository is now; nothing is changed. */
export function checkMutant(mutant: Mutant): string | null {
  return git(['apply', '--check', mutant.file], inRepository())
}

function git(args: string[], folder: string): string | null {
  // Not inside a repository, whatever is above the system's folder for temporary files.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(folder) }
  const { error, status, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' })
  if (error) throw new PlainError(`git is needed to apply patches: ${error.message}`)
  return status === 0 ? null : stderr.trim()
}
