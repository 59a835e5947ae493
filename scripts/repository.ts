import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of package.json; every command works from here, wherever it was called. */
export const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

export const inRepository = (...parts: string[]): string => path.join(repository, ...parts)
