import { readFileSync } from 'node:fs'

import type { Import } from './readImports.js'

interface Zone {
  zone: string
  in: string
  not: string[]
  typesAllowed?: boolean
}

/** Read, not imported: loaders differ in how they want JSON to be imported. */
const zones = JSON.parse(
  readFileSync(new URL('../importZones.json', import.meta.url), 'utf8'),
) as Zone[]

const isPackagePattern = (pattern: string): boolean =>
  !pattern.includes('/') || pattern.startsWith('@')

/** Tests may take what they need to look from outside. */
const isSpec = (file: string): boolean => /\.spec\.tsx?$/.test(file)

const breaks = (args: { zone: Zone; file: string; found: Import }): boolean => {
  const { zone, file, found } = args
  if (zone.typesAllowed && found.isTypeOnly) return false
  return zone.not.some((pattern) => {
    if (!isPackagePattern(pattern)) return new RegExp(`^(?:${pattern})`).test(found.target)
    return !isSpec(file) && new RegExp(`^(?:${pattern})$`).test(found.target)
  })
}

/** One line for each import that its zone forbids. */
export const checkZones = (imports: Map<string, Import[]>): string[] =>
  [...imports].flatMap(([file, list]) => {
    const own = zones.filter((zone) => new RegExp(`^${zone.in}`).test(file))
    return list.flatMap((found) =>
      own
        .filter((zone) => breaks({ zone, file, found }))
        .map(({ zone }) => `${file}:${found.line} imports ${found.specifier}: ${zone}.`),
    )
  })
