import { describe, expect, it } from 'vitest'

import { createStreamMask, maskValues, redactSecrets } from './redact.js'

const KEY = 'local-secret-4711'

describe('redactSecrets', () => {
  it.each([
    ['a known value', `key ${KEY} is bad`, KEY],
    ['an OpenAI key', 'Incorrect API key: sk-proj-abcDEF123456', 'sk-proj-abcDEF123456'],
    ['a masked key', 'Incorrect API key: sk-proj-****1234.', 'sk-proj-****1234'],
    ['a bearer token', 'Authorization: Bearer abcdef.ghijkl', 'abcdef.ghijkl'],
    ['an assignment', '{"api_key": "zzzzzzzzzz"}', 'zzzzzzzzzz'],
  ])('should remove %s', (_name, text, secret) => {
    const redacted = redactSecrets(text, [KEY])
    expect(redacted).not.toContain(secret)
    expect(redacted).toContain('[redacted]')
  })

  it('should leave ordinary words alone when a secret is empty or tiny', () => {
    expect(redactSecrets('the task is done', ['', 'a', 'task'])).toBe('the task is done')
  })

  it('should keep at most 2 KB and cut no character in half', () => {
    const text = redactSecrets('ä'.repeat(100_000))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048)
    expect(text).not.toContain('\uFFFD')
    expect(text.endsWith('ä…')).toBe(true)
  })

  it('should never leave the start of a secret at the cut', () => {
    for (let padding = 2020; padding < 2050; padding++) {
      const text = redactSecrets('x'.repeat(padding) + KEY, [KEY])
      expect(text).not.toContain('local-')
    }
  })
})

describe('maskValues', () => {
  it('should cut nothing from long answers', () => {
    expect(maskValues('y'.repeat(10_000) + KEY, [KEY])).toHaveLength(10_000 + '[redacted]'.length)
  })
})

describe('createStreamMask', () => {
  it('should hide a secret wherever it is cut, and lose no other text', () => {
    const text = `before ${KEY} after local- end local-s`
    for (let size = 1; size < 12; size++) {
      const mask = createStreamMask([KEY])
      let shown = ''
      for (let at = 0; at < text.length; at += size) shown += mask.push(text.slice(at, at + size))
      shown += mask.end()
      expect(shown).toBe('before [redacted] after local- end local-s')
    }
  })
})
