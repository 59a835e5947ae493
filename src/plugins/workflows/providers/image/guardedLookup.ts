import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>

/** Thrown inside a connection attempt when an address may not be connected to. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
  constructor() {
    super('The address is not public.')
  }
}

export const resolveHost: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true })

/**
 * A `lookup` for node:http that connects only if every address of the name is allowed. Because the socket
 * connects to what it returns, nothing can change between check and use (DNS rebinding).
 */
export function createGuardedLookup({
  allows,
  resolve,
}: {
  allows: (address: string) => boolean
  resolve: Resolve
}): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (!first || !addresses.every(({ address }) => allows(address))) {
          callback(new AddressRefusedError(), '', 0)
        } else if (options.all) {
          callback(null, addresses)
        } else {
          callback(null, first.address, first.family)
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}

/** Node asks no `lookup` for a host that is an IP address already: this checks it. */
export function isRefusedLiteral({
  url,
  allows,
}: {
  url: URL
  allows: (address: string) => boolean
}): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && !allows(host)
}
