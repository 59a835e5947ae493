import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { buildSite, prepareSite, startBuiltSite } from '../../tests/package/support/builtSite.js'
import { createDatabase } from '../../tests/package/support/database.js'
import { copySite, installHost } from '../../tests/package/support/host.js'
import { packTarball } from '../../tests/package/support/packTarball.js'
import { openSite, type Site } from '../../tests/package/support/site.js'

/** The same site twice: with the line in its config, and without it. */
const FIXTURE = 'drafts'

export type Variant = 'with' | 'without'
export const VARIANTS: readonly Variant[] = ['without', 'with']

export interface Prepared {
  site: Site
  env: Record<string, string | undefined>
}

/** Packs and installs as `npm run test:package` does; the sites have tables and import maps, and are not built. */
export const prepareSites = async ({
  folder,
  server,
}: {
  folder: string
  server: string
}): Promise<Record<Variant, Prepared>> => {
  mkdirSync(folder, { recursive: true })
  const tarball = await packTarball(path.join(folder, 'packed'))
  const host = path.join(folder, 'host')
  await installHost(host, tarball)
  const prepare = async (variant: Variant): Promise<Prepared> => {
    const database = await createDatabase(`bench_${variant}`, server)
    const env = { DATABASE_URI: database.uri }
    const site = openSite({ folder: copySite(host, FIXTURE, `bench-${variant}`), env })
    if (variant === 'without') takeOut(site)
    await prepareSite(site, { plugin: variant === 'with' })
    return { site, env }
  }
  return { without: await prepare('without'), with: await prepare('with') }
}

/** Line and import: with `WITHOUT_WORKFLOWS` alone the package would still be loaded. */
const takeOut = ({ folder }: Site): void => {
  const file = path.join(folder, 'payload.config.ts')
  const text = readFileSync(file, 'utf8')
  const rest = text
    .slice(0, text.indexOf('  plugins:'))
    .replace(/^import .* from 'payload-workflows'\n/m, '')
  if (rest.includes('payload-workflows')) throw new Error(`The plugin is still in ${file}.`)
  writeFileSync(file, `${rest}})\n`)
}

export const buildAndStart = async ({ site, env }: Prepared) => {
  await buildSite(site, process.env.PACKAGE_BUNDLER === 'webpack' ? 'webpack' : 'turbopack', env)
  return startBuiltSite(site, env)
}
