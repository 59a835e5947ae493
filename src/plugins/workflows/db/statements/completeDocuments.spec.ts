import { describe, expect, it } from 'vitest'

import type { FinishedJob } from '../types.js'

import { completeDocumentsSql } from './completeDocuments.js'

const job = (text: string): FinishedJob => ({
  exec: '019abc',
  node: text,
  idx: 0,
  fence: 7,
  owner: text,
  ok: true,
  output: { text },
  error: null,
  branch: null,
  items: 1,
  tokensIn: 0,
  tokensOut: 0,
  cost: 0,
  model: null,
})

const sqlOf = (text: string) =>
  completeDocumentsSql({ item: job(text), effects: [], owner: text, want: 1, bells: 2 })

/** What is left of a statement when its literals are taken out, as the server's scanner does. */
const withoutLiterals = (statement: string) =>
  statement.replaceAll(/E'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'/g, '?')

describe('completeDocumentsSql', () => {
  it.each([
    ['quotes', `it's "so"; '' '''`],
    ['backslashes', String.raw`\ \\ \' \\' \u0027`],
    ['dollars and question marks', '$1 $$ $body$ ? ?? %s :x'],
    ['comments and statements', `'); drop table documents; -- /* */`],
    ['lines and signs beyond ASCII', `a\nb\r\n\t“ü”🙂\u2028`],
  ])('keeps %s inside its literals', (_name, text) => {
    expect(withoutLiterals(sqlOf(text)).replaceAll(' ', '')).toBe(
      'selectpayload_workflows.complete_documents(?::jsonb,?::jsonb,?,1,2)asclaims',
    )
  })
})
