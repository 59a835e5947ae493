import { spawn } from 'node:child_process'

export interface Ran {
  code: number
  output: string
}

/** Runs a program to its end with its output kept. A failure is an error with all it said. */
export const run = async (given: {
  command?: string
  args: string[]
  cwd: string
  limitMs: number
  env?: Record<string, string | undefined>
}): Promise<string> => {
  const { code, output } = await tryToRun(given)
  if (code === 0) return output
  const command = [given.command ?? 'node', ...given.args].join(' ')
  throw new Error(`${command} ended with ${code}.\n${output}`)
}

export const tryToRun = ({
  command = process.execPath,
  args,
  cwd,
  limitMs,
  env,
}: Parameters<typeof run>[0]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (output += piece.toString()))
    const timer = setTimeout(() => {
      output += `\nStopped after ${limitMs / 1_000} seconds.`
      child.kill('SIGKILL')
    }, limitMs)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, output })
    })
  })
