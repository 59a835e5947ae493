import { spawn } from 'node:child_process'

import { endWithUs } from '../afterUs.js'
import { repository } from '../repository.js'

export interface ChildResult {
  code: number
  output: string
  seconds: number
}

/** Runs a program of Node's to its end; output is shown at once, or kept when it is quiet. */
export const runChild = (
  args: string[],
  options: {
    quiet: boolean
    limitMs: number
    env?: Record<string, string | undefined>
    /** @default the repository */
    cwd?: string
  },
): Promise<ChildResult> =>
  new Promise((resolve, reject) => {
    const started = Date.now()
    const child = spawn(process.execPath, args, {
      cwd: options.cwd ?? repository,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    endWithUs(child)
    const timer = setTimeout(() => {
      output += `\nStopped after ${options.limitMs / 60_000} minutes.`
      child.kill('SIGKILL')
    }, options.limitMs)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, output, seconds: (Date.now() - started) / 1000 })
    })
  })
