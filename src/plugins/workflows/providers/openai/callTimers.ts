/** `read`: until the next piece of the answer. */
export type TimerName = 'total' | 'read'

/** The running limits of one call. */
export interface CallTimers {
  start: (name: TimerName, milliseconds: number) => void
  stop: (name: TimerName) => void
  clear: () => void
}

/** `onLimit` hears which limit ran out, and how long it was. */
export function createCallTimers(
  onLimit: (name: TimerName, milliseconds: number) => void,
): CallTimers {
  const running = new Map<TimerName, NodeJS.Timeout>()
  const stop = (name: TimerName) => {
    clearTimeout(running.get(name))
    running.delete(name)
  }
  return {
    start: (name, milliseconds) => {
      stop(name)
      running.set(
        name,
        setTimeout(() => onLimit(name, milliseconds), milliseconds),
      )
    },
    stop,
    clear: () => [...running.keys()].forEach(stop),
  }
}
