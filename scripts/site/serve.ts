import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

import { endWithUs } from '../afterUs.js'
import { PlainError } from '../plainError.js'
import { isPortFree } from '../postgres/freePort.js'
import { repository } from '../repository.js'
import { nextBinary } from './ensureBuild.js'

export interface RunningSite {
  url: string
  /** Resolves with the exit code when the server leaves by itself. */
  left: Promise<number>
  stop: () => Promise<void>
}

/** A first compile of `next dev` is the slowest of the starts. */
const START_MS = 120_000

export const requireFreePort = async (port: number): Promise<void> => {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError('PORT must be a number between 1 and 65535.')
  }
  if (await isPortFree(port)) return
  throw new PlainError(
    `Port ${port} is in use: stop what listens there, or choose another one with PORT, such as PORT=${port + 1}.`,
  )
}

const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(url, { signal: AbortSignal.timeout(START_MS) })
    return true
  } catch {
    return false
  }
}

/** Serves the admin with Next in a process of its own; resolves when it answers. */
export const serve = async (args: {
  mode: 'start' | 'dev'
  port: number
  /** Next's `distDir`. */
  folder: string
  env?: Record<string, string | undefined>
  quiet?: boolean
}): Promise<RunningSite> => {
  const { mode, port, folder, env, quiet } = args
  // Loopback only, because every seeded account has the same password; HOST=0.0.0.0 opens it.
  const host = process.env.HOST || '127.0.0.1'
  const child = spawn(
    process.execPath,
    [nextBinary, mode, 'dev', '--port', String(port), '--hostname', host],
    {
      cwd: repository,
      env: {
        ...process.env,
        ...env,
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        PORT: String(port),
        WORKFLOWS_NEXT_DIR: folder,
        WORKFLOWS_PROCESS: 'web',
        DISABLE_PAYLOAD_HMR: mode === 'dev' ? undefined : 'true',
      },
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
    },
  )
  let hasLeft = false
  const left = new Promise<number>((resolve) => {
    child.once('close', (code) => {
      hasLeft = true
      resolve(code ?? 1)
    })
  })
  endWithUs(child)
  const url = `http://localhost:${port}`
  const deadline = Date.now() + START_MS
  while (!(await answers(`http://127.0.0.1:${port}/`))) {
    if (hasLeft || Date.now() > deadline) throw new PlainError('The web server did not start.')
    await sleep(100)
  }
  return {
    url,
    left,
    stop: async () => {
      if (hasLeft) return
      child.kill('SIGTERM')
      // Open event streams keep Next waiting; nobody reads them any more.
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await left
      clearTimeout(timer)
    },
  }
}
