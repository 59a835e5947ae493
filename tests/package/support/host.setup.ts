import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { TestProject } from 'vitest/node'

import { startTestServer } from '../../../scripts/testing/testServer.js'
import { installHost } from './host.js'
import { packTarball } from './packTarball.js'

declare module 'vitest' {
  interface ProvidedContext {
    tarball: string
    host: string
    databaseServer: string
  }
}

/**
 * Once for all files: the tarball, a folder it is installed in, a database server. `PACKAGE_HOST_DIR` names a folder
 * that is kept, which saves most of the download the next time.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kept = process.env.PACKAGE_HOST_DIR
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'payload-workflows-package-'))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const packed = path.join(folder, 'packed')
  rmSync(packed, { recursive: true, force: true })
  const tarball = await packTarball(packed)
  const host = path.join(folder, 'host')
  await installHost(host, tarball)
  const server = await startTestServer()
  project.provide('tarball', tarball)
  project.provide('host', host)
  project.provide('databaseServer', server.uri)
  return async () => {
    await server.stop()
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
}
