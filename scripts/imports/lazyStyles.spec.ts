import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { inRepository } from '../repository.js'
import { readImports } from './readImports.js'

/** Folders whose views come late, and the modules they come with. */
const VIEWS = {
  'src/admin-components/monitor': [
    'MonitorClient/index.tsx',
    // Late inside of what is late: the server draws them all the same.
    '../review/ReviewBoard/index.tsx',
    '../flow/Flow/FlowCanvas.tsx',
  ],
  'src/admin-components/reviews': ['ReviewsPage.tsx'],
}

/** Styles that a module brings without waiting, those of what it imports first. */
const stylesOf = (file: string, seen = new Set<string>()): string[] => {
  if (seen.has(file)) return []
  seen.add(file)
  if (file.endsWith('.css')) return [file]
  const text = readFileSync(inRepository(file), 'utf8')
  return readImports(file)
    .filter(({ isTypeOnly, target }) => !isTypeOnly && target.startsWith('src/'))
    .filter(({ specifier }) => !text.includes(`import('${specifier}')`))
    .flatMap(({ target }) => stylesOf(target, seen))
}

describe('views that are loaded late', () => {
  it.each(Object.entries(VIEWS))(
    'should have all their styles in the page: %s',
    (folder, files) => {
      const late = files.flatMap((file) => stylesOf(path.posix.join(folder, file)))
      expect(late.length).toBeGreaterThan(0)
      const early = new Set(stylesOf(`${folder}/styles.ts`))
      expect(late.filter((style) => !early.has(style))).toEqual([])
    },
  )
})
