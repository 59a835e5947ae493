import { describe, expect, it } from 'vitest'

import { lendDialog, openerOf, watchOpeners } from './attachOpeners.js'

describe('lendDialog', () => {
  it('should lend the dialog of the field on top, for as long as it is there', () => {
    const [page, drawer] = [() => undefined, () => undefined]
    const takePageBack = lendDialog('posts:1', page)
    const takeDrawerBack = lendDialog('posts:1', drawer)
    expect([openerOf('posts:1'), openerOf('posts:2')]).toEqual([drawer, undefined])
    takeDrawerBack()
    expect(openerOf('posts:1')).toBe(page)
    takePageBack()
    takePageBack()
    expect(openerOf('posts:1')).toBeUndefined()
  })

  it('should tell those who watch of every change, until they stop', () => {
    const seen: boolean[] = []
    const stop = watchOpeners(() => seen.push(openerOf('posts:3') !== undefined))
    lendDialog('posts:3', () => undefined)()
    stop()
    lendDialog('posts:3', () => undefined)()
    expect(seen).toEqual([true, false])
  })
})
