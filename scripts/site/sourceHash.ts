import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { inRepository, repository } from '../repository.js'

/** Everything the built admin is made of. */
const SOURCES = [
  'src',
  'dev',
  'payload.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Made by the build, or never part of it. */
const IGNORED =
  /^dev\/(\.next|seed|next-env\.d\.ts|schema\.graphql|payload-types\.ts)|\.spec\.tsx?$/

const filesIn = (relative: string): string[] => {
  if (IGNORED.test(relative)) return []
  const absolute = inRepository(relative)
  if (!statSync(absolute).isDirectory()) return [relative]
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesIn(path.posix.join(relative, name)))
}

/** Changes whenever a build would come out differently. */
export const sourceHash = (): string => {
  const hash = createHash('sha256').update(process.version)
  for (const file of SOURCES.flatMap(filesIn)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(repository, file)))
  }
  return hash.digest('hex')
}
