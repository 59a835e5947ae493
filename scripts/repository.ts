import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Folder of package.json; every command works from here, wherever it was called. */
export const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

export const inRepository = (...parts: string[]): string => path.join(repository, ...parts)

/** Arguments for Node that run a TypeScript file of this repository. */
export const typeScript = (file: string): string[] => [
  '--import',
  pathToFileURL(inRepository('scripts', 'loader', 'register.mjs')).href,
  inRepository(file),
]
