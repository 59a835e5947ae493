/** An error and what caused it, the outermost first. At most 5 links: causes may form a ring. */
export function causesOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let link = error; link instanceof Error && chain.length < 5; link = link.cause) {
    chain.push(link)
  }
  return chain
}

/** `ECONNREFUSED`, `57P01`, …; '' = the error has none. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const NETWORK =
  /^(ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|ENOTFOUND$|EAI_AGAIN$|UND_ERR_)/

/** Whether an error says that some server could not be reached, or was lost; which one it does not say. */
export function isNetworkError(error: Error): boolean {
  return NETWORK.test(codeOf(error))
}
