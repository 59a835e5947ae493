import { abortReason } from '../abortReason.js'

/** Waits, and throws the reason of the signal as soon as it aborts. */
export async function waitFor({
  milliseconds,
  signal,
}: {
  milliseconds: number
  signal: AbortSignal
}): Promise<void> {
  if (signal.aborted) throw abortReason(signal)
  if (milliseconds <= 0) return
  await new Promise<void>((fulfil, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(abortReason(signal))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      fulfil()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
