import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** IANA special-purpose registry for IPv4: everything that is not public unicast. */
const SPECIAL_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Inside 2000::/3, but not public unicast: IETF protocols and Teredo, documentation, 6to4. */
const SPECIAL_V6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

/** What servers of one's own network have; never link-local, where clouds keep their metadata. */
const PRIVATE_V4: [string, number][] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
]

const specialV4 = blockList(SPECIAL_V4, 'ipv4')
const specialV6 = blockList(SPECIAL_V6, 'ipv6')
const globalV6 = blockList([['2000::', 3]], 'ipv6')
const privateV4 = blockList(PRIVATE_V4, 'ipv4')
const privateV6 = blockList(
  [
    ['::1', 128],
    ['fc00::', 7],
  ],
  'ipv6',
)

/**
 * Whether an IP address (as resolved, no host name) is public unicast. IPv4 inside IPv6 (mapped, NAT64)
 * is judged as IPv4; 6to4, Teredo, IPv4-compatible and scoped addresses are never public.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = isIPv4(address) ? address : embeddedV4(address)
  if (v4) return !specialV4.check(v4, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6')
}

/** Whether an IP address belongs to this machine or a private network. */
export function isPrivateAddress(address: string): boolean {
  const v4 = isIPv4(address) ? address : embeddedV4(address)
  if (v4) return privateV4.check(v4, 'ipv4')
  return isIPv6(address) && !address.includes('%') && privateV6.check(address, 'ipv6')
}

/** The IPv4 address of `::ffff:a.b.c.d` (mapped) and `64:ff9b::a.b.c.d` (NAT64), in any notation. */
function embeddedV4(address: string): string | null {
  if (!isIPv6(address) || address.includes('%')) return null
  const groups = expand(address)
  const prefix = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(':')
  if (prefix !== '0:0:0:0:0:ffff' && prefix !== '64:ff9b:0:0:0:0') return null
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
}

/** The eight 16-bit groups of a valid IPv6 address; WHATWG URLs write the shortest form, always in hex. */
function expand(address: string): number[] {
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const left = groupsOf(head)
  if (tail === undefined) return left
  const right = groupsOf(tail)
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
}

function groupsOf(text: string): number[] {
  return text ? text.split(':').map((group) => Number.parseInt(group, 16)) : []
}

function blockList(ranges: [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  ranges.forEach(([network, prefix]) => list.addSubnet(network, prefix, family))
  return list
}
