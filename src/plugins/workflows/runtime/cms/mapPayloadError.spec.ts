import { APIError, FileUploadError, Forbidden, Locked, NotFound, ValidationError } from 'payload'
import { describe, expect, it } from 'vitest'

import type { PermanentNodeError } from '../errors.js'

import { RetryLaterError, TransactionLostError } from '../errors.js'
import { mapPayloadError } from './mapPayloadError.js'

const map = (error: unknown) =>
  mapPayloadError({
    error,
    action: 'create',
    what: 'document',
    collection: 'posts',
    user: { id: 1, collection: 'users', email: 'a@b.de' },
  }) as PermanentNodeError

describe('mapPayloadError', () => {
  it('should name the fields that are wrong', () => {
    const error = new ValidationError({
      errors: [
        { label: 'Title', message: 'This field is required.', path: 'title' },
        { message: 'Value must be unique', path: 'slug' },
      ],
    })
    expect(map(error)).toMatchObject({
      code: 'document_invalid',
      message: 'The document could not be saved: Title is required; slug: Value must be unique.',
    })
  })

  it('should say who may not do what', () => {
    expect(map(new Forbidden())).toMatchObject({
      code: 'forbidden',
      message: 'a@b.de is not allowed to create documents in «posts».',
    })
  })

  it('should wait for an editor and fail for good on the rest', () => {
    expect(map(new Locked('locked'))).toBeInstanceOf(RetryLaterError)
    expect(map(new NotFound())).toMatchObject({ code: 'document_missing' })
    expect(map(new FileUploadError())).toMatchObject({ code: 'upload_failed' })
    expect(map(new APIError('Too many posts this week.', 400))).toMatchObject({
      code: 'document_refused',
      message: 'The document was refused by «posts»: Too many posts this week.',
    })
  })

  it('should leave what is no refusal to the engine', () => {
    const errors = [
      new Error('deadlock'),
      new APIError('x', 500),
      new TransactionLostError({ reason: 'x' }),
    ]
    for (const error of errors) expect(map(error)).toBe(error)
  })
})
