/** The error an aborted signal stands for. */
export function abortReason(signal: AbortSignal): Error {
  const { reason } = signal
  return reason instanceof Error ? reason : new DOMException('The call was aborted.', 'AbortError')
}
