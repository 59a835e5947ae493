import { z } from 'zod'

import { MAX_PROMPT_CHARACTERS } from './limits.js'
import { isQuantityParam } from './quantityParam.js'

/** A Liquid prompt that must not be blank. */
export const requiredPrompt = z
  .string()
  .min(1)
  .max(MAX_PROMPT_CHARACTERS)
  .refine((text) => text.trim() !== '', { params: { code: 'required_field_missing' } })

/** A Liquid prompt that may be left out. */
export const optionalPrompt = z.string().max(MAX_PROMPT_CHARACTERS).optional()

/** Id of a node before this one; empty counts as not chosen. What it must be is for the graph rules. */
export const nodeReference = z.string().max(64).optional()

/** A number of jobs, or `{{name}}` of a number the launch form asks for. */
export function quantity({ max }: { max: number }) {
  const error = `${QUANTITY_FAULT.before}${max}${QUANTITY_FAULT.after}`
  const param = z.string().refine(isQuantityParam, { error })
  return z.union([z.int().min(1).max(max), param], { error })
}

const QUANTITY_FAULT = {
  before: 'must be a whole number from 1 to ',
  after: ', or {{name}} of a number input',
}

/** The `max` of a quantity that says by this error that it cannot be read; null for other errors. */
export function maxOfQuantityFault(error: string): string | null {
  const { before, after } = QUANTITY_FAULT
  if (!error.startsWith(before) || !error.endsWith(after)) return null
  const max = error.slice(before.length, -after.length)
  return /^\d+$/.test(max) ? max : null
}

/** Ids of the host's documents or users: numbers with serial ids; kept as text. */
export function hostIds({ max }: { max: number }) {
  return z.array(z.union([z.string().min(1), z.number()]).pipe(z.coerce.string())).max(max)
}
