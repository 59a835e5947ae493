import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

import { freePort } from '../../../scripts/postgres/freePort.js'
import { waitFor } from '../../support/waitFor.js'
import { run, tryToRun, type Ran } from './run.js'

/** A slow start on two busy cores, with all of Payload compiled on the way. */
const START_MS = 120_000

type Env = Record<string, string | undefined>

export interface Site {
  folder: string
  /** `payload <command>` as a developer types it; a failure is an error. */
  payload: (...args: string[]) => Promise<string>
  tryPayload: (...args: string[]) => Promise<Ran>
  /** Web server without Next; resolves when it listens. */
  serve: () => Promise<{ url: string; stop: () => Promise<void> }>
  work: () => Promise<{ stop: () => Promise<void> }>
}

/** A site's commands and processes, all on one database. */
export const openSite = ({ folder, env }: { folder: string; env: Env }): Site => {
  const program = path.join(folder, '..', 'node_modules', 'payload', 'bin.js')
  const settings: Env = {
    ...env,
    PAYLOAD_CONFIG_PATH: 'payload.config.ts',
    DISABLE_PAYLOAD_HMR: 'true',
    NODE_ENV: 'production',
    // Vitest's own, which would make the site believe that it is a test.
    VITEST: undefined,
    // See scripts/loader: lexical's own choice of its build can hang Node 20.
    NODE_OPTIONS: '--conditions=production',
  }
  const command = (args: string[]) => ({
    args: [program, ...args],
    cwd: folder,
    env: settings,
    limitMs: START_MS,
  })
  const start = async (file: string, isUp: RegExp, more: Env = {}) => {
    const child = spawn(process.execPath, [program, 'run', file], {
      cwd: folder,
      env: { ...process.env, ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (output += piece.toString()))
    await waitFor(
      `${file} to be up`,
      () => {
        if (child.exitCode !== null) throw new Error(`${file} ended.\n${output}`)
        return isUp.test(output)
      },
      { withinMs: START_MS, everyMs: 100 },
    )
    return { stop: () => end(child) }
  }
  return {
    folder,
    payload: (...args) => run(command(args)),
    tryPayload: (...args) => tryToRun(command(args)),
    serve: async () => {
      const port = String(await freePort())
      const { stop } = await start('serve.ts', /The site listens/, { PORT: port })
      return { url: `http://127.0.0.1:${port}`, stop }
    },
    work: () => start('work.ts', /The worker is ready/),
  }
}

export const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
    // A web server has nothing to finish.
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
  })
