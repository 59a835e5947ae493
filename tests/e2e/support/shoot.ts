import { mkdirSync } from 'node:fs'
import path from 'node:path'

import type { Page } from 'playwright-core'

import { inRepository } from '../../../scripts/repository.js'

/** They are for people, and a minute of the run: where nobody looks at them, none are taken. */
const WITHOUT = process.env.TEST_PICTURES === 'none'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** The page as it is, light and dark, on a small and a large screen and on a phone; the first size stays. */
export const shoot = async (page: Page, folder: string, name: string): Promise<void> => {
  if (WITHOUT) return setTheme(page, 'light')
  const target = inRepository('tests', 'artefacts', folder)
  mkdirSync(target, { recursive: true })
  const before = page.viewportSize()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const theme of ['dark', 'light']) {
      await setTheme(page, theme)
      const file = path.join(target, `${name}-${theme}-${size.width}.png`)
      await page.screenshot({ path: file, animations: 'disabled' })
    }
  }
  if (before) await page.setViewportSize(before)
}

/** Light and dark at the size that it has: for what would not live through another one. */
export const shootHere = async (page: Page, folder: string, name: string): Promise<void> => {
  if (WITHOUT) return draw(page, 'light')
  const target = inRepository('tests', 'artefacts', folder)
  mkdirSync(target, { recursive: true })
  for (const theme of ['dark', 'light']) {
    await draw(page, theme)
    await page.screenshot({ path: path.join(target, `${name}-${theme}.png`) })
  }
}

/** Light or dark, once the colours have stopped changing. */
export const setTheme = async (page: Page, theme: string): Promise<void> => {
  await draw(page, theme)
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
}

const draw = (page: Page, theme: string): Promise<void> =>
  page.evaluate((value) => {
    document.documentElement.dataset.theme = value
  }, theme)
