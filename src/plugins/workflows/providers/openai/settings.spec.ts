import { describe, expect, it } from 'vitest'

import { isLocalName, isLoopback } from './baseURL.js'
import { resolveSettings } from './settings.js'

const KEY = { apiKey: 'k' }

describe('resolveSettings', () => {
  it('should fill in what OpenAI needs', () => {
    expect(resolveSettings(KEY)).toMatchObject({
      id: 'openai',
      label: 'OpenAI',
      baseURL: 'https://api.openai.com/v1',
      textModel: 'gpt-5.4-mini',
      imageModel: 'gpt-image-2',
      capabilities: { tokenParam: 'max_completion_tokens', vision: true },
      timeouts: { firstByteMs: 60_000, idleMs: 30_000, totalMs: 300_000 },
    })
  })

  it('should take compatible defaults for any other server, and let options win', () => {
    const baseURL = 'https://llm.example.com/v1/'
    const capabilities = { vision: true }
    expect(resolveSettings({ ...KEY, baseURL, capabilities })).toMatchObject({
      label: 'llm.example.com',
      baseURL: 'https://llm.example.com/v1',
      capabilities: { tokenParam: 'max_tokens', systemRole: 'system', vision: true },
    })
  })

  it.each([
    ['not an address', { baseURL: 'openai' }],
    ['not encrypted', { baseURL: 'http://llm.example.com/v1' }],
    ['not an address', { baseURL: 'file:///etc/passwd' }],
    ['user name', { baseURL: 'https://me:pw@llm.example.com/v1' }],
    ['allowPrivateImageURLs', { allowPrivateImageURLs: true }],
  ])('should refuse options with "%s"', (words, options) => {
    expect(() => resolveSettings({ ...KEY, ...options })).toThrow(words)
  })
})

describe('local names', () => {
  it.each(['localhost', 'ollama', '10.0.0.4', '192.168.1.2', '172.20.0.1', 'box.local', '[::1]'])(
    'should know that %s is local',
    (name) => expect(isLocalName(name)).toBe(true),
  )

  it.each(['api.openai.com', '8.8.8.8', '172.32.0.1', '[2606:4700::1]', '10.evil.com'])(
    'should know that %s is not local',
    (name) => expect(isLocalName(name)).toBe(false),
  )

  it('should know loopback addresses', () => {
    expect(isLoopback('http://localhost:11434/v1')).toBe(true)
    expect(isLoopback('http://[::1]:8080/v1')).toBe(true)
    expect(isLoopback('http://127.0.0.1.example.com/v1')).toBe(false)
    expect(isLoopback(undefined)).toBe(false)
  })
})
