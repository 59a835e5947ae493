import type { Import } from './readImports.js'

/** The config is loaded by Next, by the command line and by tests: what it loads must run in all three. */
const ENTRY = 'src/index.ts'

const FORBIDDEN =
  /^(react|react-dom|next|graphile-worker|@payloadcms\/(next|ui)|@xyflow\/react)$|\.css$|^src\/admin-components\/|^src\/jobs\/worker\.ts$/

/** One line for each way from `src/index.ts` to something that only a browser or a worker can load. */
export const checkReach = (imports: Map<string, Import[]>): string[] => {
  const problems: string[] = []
  const seen = new Set<string>()
  const walk = (file: string, way: string[]): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { target, isTypeOnly } of imports.get(file) ?? []) {
      if (isTypeOnly) continue
      if (FORBIDDEN.test(target)) problems.push(`${[...way, file].join(' → ')} → ${target}`)
      else walk(target, [...way, file])
    }
  }
  walk(ENTRY, [])
  return problems.map((way) => `${way}: ${ENTRY} must load without a browser and without a worker.`)
}
