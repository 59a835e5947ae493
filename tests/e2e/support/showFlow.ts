import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Chooses the drawing; again, when the page was seen before it could be worked. */
export const showFlow = async (page: Page): Promise<void> => {
  const choice = page.getByRole('radio', { name: 'Flow' })
  await expect
    .poll(async () => {
      await choice.click()
      return choice.getAttribute('aria-checked')
    })
    .toBe('true')
}
