import { explain } from './plainError.js'

type Step = () => Promise<unknown> | unknown

const steps: Step[] = []
let leavingSince = 0

/** npm passes on a signal that the terminal has sent to us as well: two of them are one wish. */
const SAME_WISH_MS = 1000

/** Runs `step` before this process leaves; the last one registered runs first. */
export const onShutdown = (step: Step): void => {
  steps.unshift(step)
}

/** Stops everything that was registered, then leaves with `code`. */
export const shutDown = async (code: number): Promise<never> => {
  if (leavingSince) return new Promise<never>(() => {})
  leavingSince = Date.now()
  let exitCode = code
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      console.error(explain(error))
      exitCode ||= 1
    }
  }
  process.exit(exitCode)
}

/** npm ends the shell that started us, not us: then we are somebody else's child. */
const leaveWithNpm = (): void => {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const look = (): void => {
    if (process.ppid !== parent) void shutDown(143)
  }
  setInterval(look, 300).unref()
}

/**
 * The frame of every command: failures become one message, signals an orderly stop. A second signal
 * is for those who cannot wait.
 */
export const runCommand = (command: () => Promise<number>): void => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      if (!leavingSince) void shutDown(code)
      else if (Date.now() - leavingSince > SAME_WISH_MS) process.exit(code)
    })
  }
  leaveWithNpm()
  command().then(shutDown, (error: unknown) => {
    console.error(explain(error))
    return shutDown(1)
  })
}
