import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { inRepository } from '../../../scripts/repository.js'
import { run } from './run.js'

/** What a Payload site has beside the plugin; in the versions this repository is tested with. */
const DEPENDENCIES = [
  'payload',
  '@payloadcms/db-postgres',
  '@payloadcms/graphql',
  '@payloadcms/next',
  '@payloadcms/richtext-lexical',
  '@payloadcms/ui',
  'graphql',
  'next',
  'react',
  'react-dom',
  'sharp',
  'typescript',
  '@types/node',
  '@types/react',
]

/** Of Payload's too, but nothing of ours: their version is Payload's. */
const MORE_OF_PAYLOAD = ['@payloadcms/plugin-multi-tenant', '@payloadcms/db-sqlite']

const versionOf = (name: string): string => {
  const file = inRepository('node_modules', name, 'package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return version
}

/**
 * One folder with one `node_modules` for all fixture sites: `npm install` as a stranger runs it, with the tarball.
 * Nothing in it resolves to this repository.
 */
export const installHost = async (folder: string, tarball: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  // Of a kept folder: npm would take a tarball of the same name and version for the one it has.
  rmSync(path.join(folder, 'package-lock.json'), { force: true })
  rmSync(path.join(folder, 'node_modules', 'payload-workflows'), { recursive: true, force: true })
  const dependencies = Object.fromEntries([
    ...DEPENDENCIES.map((name) => [name, versionOf(name)]),
    ...MORE_OF_PAYLOAD.map((name) => [name, versionOf('payload')]),
    ['payload-workflows', `file:${tarball}`],
  ])
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'hosts', private: true, type: 'module', dependencies }, null, 2),
  )
  await run({
    command: 'npm',
    args: ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    cwd: folder,
    limitMs: 10 * 60_000,
  })
}

/** A site of its own below the host folder: the fixture's files and those that all sites have. */
export const copySite = (folder: string, fixture: string, name: string = fixture): string => {
  const site = path.join(folder, name)
  rmSync(site, { recursive: true, force: true })
  const fixtures = inRepository('tests', 'package', 'fixtures')
  cpSync(path.join(fixtures, 'shared'), site, { recursive: true })
  cpSync(path.join(fixtures, fixture), site, { recursive: true })
  writeFileSync(
    path.join(site, 'package.json'),
    JSON.stringify({ name: `site-${name}`, private: true, type: 'module' }),
  )
  return site
}
