import { isIP } from 'node:net'

import { isPrivateAddress } from '../image/publicAddress.js'

export const OFFICIAL_URL = 'https://api.openai.com/v1'

/** Whether a base URL leads to this machine. */
export function isLoopback(baseURL: string | undefined): boolean {
  if (!baseURL || !URL.canParse(baseURL)) return false
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(baseURL).hostname)
}

/** Whether the host of a URL can only mean this machine or this network. */
export function isLocalName(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isIP(address)) return isPrivateAddress(address)
  return !hostname.includes('.') || /\.(local|localhost|internal|lan|home\.arpa)$/.test(hostname)
}

/** Throws an Error that says what to change. */
export function parseBaseURL({
  baseURL,
  allowInsecure,
}: {
  baseURL?: string
  allowInsecure?: boolean
}): URL {
  const text = baseURL?.trim() || OFFICIAL_URL
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(`The base URL "${text}" is not an address. Example: ${OFFICIAL_URL}`)
  }
  if (url.username || url.password) {
    throw new Error('The base URL must not hold a user name or password. Pass the key as apiKey.')
  }
  if (url.protocol === 'http:' && !allowInsecure) {
    throw new Error(
      `The base URL of ${url.host} is not encrypted. Use https:, or set allowInsecure for a server in this network.`,
    )
  }
  return url
}
