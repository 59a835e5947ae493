import { readdirSync } from 'node:fs'
import path from 'node:path'

import { inRepository } from '../repository.js'

const SKIPPED = new Set(['node_modules', '.next', '.git', '.data', 'dist', 'coverage', 'artefacts'])

/** Files below `folders` of the repository, with forward slashes. */
export const filesBelow = (folders: string[]): string[] =>
  folders.flatMap((folder) => {
    const entries = readFolder(folder)
    return entries.flatMap((entry) => {
      const file = folder === '.' ? entry.name : path.posix.join(folder, entry.name)
      if (SKIPPED.has(entry.name)) return []
      return entry.isDirectory() ? filesBelow([file]) : [file]
    })
  })

/** Files at the top of the repository. */
export const filesAtTop = (): string[] =>
  readFolder('.')
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

const readFolder = (folder: string) => {
  try {
    return readdirSync(inRepository(folder), { withFileTypes: true })
  } catch {
    return []
  }
}
