import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'

/**
 * Runs a shell script when this process is gone, in whatever way: `read` returns when the system closes
 * the pipe, and a shell costs no memory to wait in. For what not even SIGKILL may leave behind.
 */
export const afterUs = (script: string, args: string[]): { cancel: () => void } => {
  if (process.platform === 'win32') return { cancel: () => {} }
  const waiting = spawn('/bin/sh', ['-c', `read -r nothing\n${script}`, 'after-us', ...args], {
    // Out of our process group, which a signal may reach as a whole.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  waiting.on('error', () => {})
  waiting.unref()
  if (waiting.stdin instanceof Socket) waiting.stdin.unref()
  return { cancel: () => void waiting.kill('SIGKILL') }
}

/** A child that has not ended by then gets the signal; one that has, has a number others may use. */
export const endWithUs = (child: ChildProcess): void => {
  const { cancel } = afterUs('kill -TERM "$1"', [String(child.pid)])
  child.once('exit', cancel)
}
