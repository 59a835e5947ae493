import { describe, expect, it } from 'vitest'

import { isPrivateAddress, isPublicAddress } from './publicAddress.js'

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82b::200e',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '64:ff9b::8.8.8.8',
  ])('should allow %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '64:ff9b::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::8.8.8.8',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:808:808::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1%eth0',
    'fec0::1',
    'ff02::1',
    '100::1',
    'localhost',
    '2130706433',
    '',
  ])('should refuse %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('isPrivateAddress', () => {
  it.each(['127.0.0.1', '10.0.0.1', '192.168.0.9', '::1', 'fd00::2', '::ffff:10.0.0.1'])(
    'should know %s',
    (address) => expect(isPrivateAddress(address)).toBe(true),
  )

  it.each(['169.254.169.254', '8.8.8.8', 'fe80::1', '0.0.0.0', '::', 'x'])(
    'should not count %s',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  )
})
