import { Forbidden, NotFound, ValidationError, type Payload } from 'payload'
import { describe, expect, it, vi } from 'vitest'

import * as errors from '../runtime/errors.js'
import { InvalidInputError, NotFoundError, TransactionLostError } from '../runtime/errors.js'
import { errorAnswer } from './errorAnswer.js'

const answer = (error: unknown) => {
  const log = vi.fn()
  // Only the logger is asked for.
  const payload = { logger: { error: log } } as unknown as Payload
  const { status, body } = errorAnswer({ error, payload, doing: 'GET /x' })
  return { status, error: body.errors[0], logged: log.mock.calls.length }
}

describe('errorAnswer', () => {
  it('should pass our own errors on with their facts', () => {
    const issues = [{ code: 'invalid_type', message: 'No.', path: 'name' }]
    expect(answer(new InvalidInputError({ issues }))).toEqual({
      status: 422,
      error: {
        name: 'InvalidInputError',
        message: 'No.',
        data: { code: 'validation_failed', issues },
      },
      logged: 0,
    })
    const missing = new NotFoundError({ what: 'It', code: 'images_not_found', data: { ids: [1] } })
    expect(answer(missing).error.data).toEqual({ code: 'images_not_found', ids: [1] })
  })

  it('should give Payload’s errors a code and the contract’s status', () => {
    expect(answer(new NotFound())).toMatchObject({
      status: 404,
      error: { data: { code: 'not_found' } },
    })
    expect(answer(new Forbidden())).toMatchObject({
      status: 403,
      error: { data: { code: 'forbidden' } },
    })
    const invalid = new ValidationError({ errors: [{ path: 'name', message: 'Too long.' }] })
    expect(answer(invalid)).toMatchObject({
      status: 422,
      error: {
        data: { code: 'validation_failed', issues: [{ path: 'name', message: 'Too long.' }] },
      },
    })
  })

  it('should know what Postgres refused as data or as a lost race, and log it', () => {
    const said = (code: string) => Object.assign(new Error('x'), { code })
    const refused = new Error('Failed query', { cause: said('22P02') })
    expect(answer(refused)).toMatchObject({ status: 400, logged: 1 })
    expect(answer(said('23505'))).toMatchObject({ status: 409, logged: 1 })
  })

  it('should tell nothing of anything else, and log it', () => {
    for (const error of [new Error('password=1'), new TransactionLostError({ reason: 'x' }), 'x']) {
      const { status, error: told, logged } = answer(error)
      expect([status, told.data, logged]).toEqual([500, { code: 'internal' }, 1])
      expect(told.message).not.toContain('password')
    }
  })

  it('should name errors in a minified build as in the source', () => {
    for (const [name, { prototype }] of Object.entries(errors)) {
      // The root of all has no name of its own; what extends it must.
      if (name === 'WorkflowError') continue
      const own = Object.getOwnPropertyDescriptor(prototype, 'name')?.get
      expect([name, own?.call({ constructor: class o {} })]).toEqual([name, name])
    }
  })
})
