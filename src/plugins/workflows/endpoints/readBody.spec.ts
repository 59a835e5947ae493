import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'

import { parseJson, readJsonBody } from './readBody.js'

const KB = 1024

/** The parts of a request that reading looks at. */
const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { method: 'POST', body, headers }) as unknown as PayloadRequest
const json = { 'content-type': 'application/json' }
const read = (body: BodyInit | null, headers: Record<string, string> = json) =>
  readJsonBody({ req: request(body, headers), limitBytes: KB })

/** A body whose length nobody announced. */
const stream = (chunks: number, size: number, counter = { sent: 0 }) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      if (counter.sent++ >= chunks) controller.close()
      else controller.enqueue(new Uint8Array(size).fill(0x20))
    },
  })

describe('readJsonBody', () => {
  it('should parse JSON and know an empty body from an empty object', async () => {
    expect(await read('{"a":[1]}')).toEqual({ a: [1] })
    expect(await read('{}')).toEqual({})
    expect(await read(null, {})).toBeUndefined()
    expect(await read('{}', { 'content-type': 'application/json; charset=utf-8' })).toEqual({})
    expect(await read('{}', { 'content-type': 'application/merge-patch+json' })).toEqual({})
  })

  it('should refuse other kinds of bodies', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      await expect(read('{}', { 'content-type': type })).rejects.toMatchObject({
        status: 400,
        code: 'bad_content_type',
      })
    }
  })

  it('should stop at the limit, announced or not', async () => {
    const tooLarge = { status: 413, code: 'too_large' }
    await expect(read(`"${'x'.repeat(KB)}"`)).rejects.toMatchObject(tooLarge)
    const counter = { sent: 0 }
    const endless = new Request('http://localhost/', {
      method: 'POST',
      body: stream(1_000, KB, counter),
      headers: json,
      // undici asks for it with streams; the DOM's types do not know it.
      ...{ duplex: 'half' },
    }) as unknown as PayloadRequest
    await expect(readJsonBody({ req: endless, limitBytes: KB })).rejects.toMatchObject(tooLarge)
    expect(counter.sent).toBeLessThan(30)
    const announced = read('{}', { ...json, 'content-length': String(100 * KB) })
    await expect(announced).rejects.toMatchObject(tooLarge)
  })

  it('should refuse bytes that are no text', async () => {
    const bytes = new Uint8Array([0x22, 0xff, 0x22])
    await expect(read(bytes)).rejects.toMatchObject({ status: 400, code: 'invalid_json' })
  })
})

describe('parseJson', () => {
  it('should refuse what is no JSON', () => {
    for (const text of ['{', '{"a":}', "{'a':1}", 'undefined', '{"a":1}x']) {
      expect(() => parseJson(text)).toThrow(/not JSON/)
    }
  })

  it('should refuse deep nesting without building it', () => {
    expect(parseJson(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeInstanceOf(Array)
    expect(() => parseJson(`${'['.repeat(65)}${']'.repeat(65)}`)).toThrow(/64 levels/)
    expect(() => parseJson('{"a":'.repeat(500_000))).toThrow(/64 levels/)
  })

  it('should not count brackets in texts', () => {
    const text = JSON.stringify({ a: '['.repeat(100), b: '\\"{{{' })
    expect(parseJson(text)).toEqual({ a: '['.repeat(100), b: '\\"{{{' })
  })

  it('should drop keys that reach a prototype', () => {
    const parsed = parseJson('{"__proto__":{"polluted":true},"a":{"__proto__":1,"b":2}}')
    expect(parsed).toEqual({ a: { b: 2 } })
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('should refuse characters that the database cannot store', () => {
    for (const text of ['"\\u0000"', '{"\\u0000":1}', '["\\ud800"]', '"\\udc00x"']) {
      expect(() => parseJson(text)).toThrow(/cannot be stored/)
    }
    expect(parseJson('"\\ud83d\\ude00"')).toBe('😀')
  })
})
