import type { Locator, Page } from 'playwright-core'

/** The Images field of a document and its dialog, in the words people see. */
export const attachmentsOn = (page: Page) => {
  const card = (name: string): Locator =>
    page.locator('.workflows-image-card').filter({ hasText: name })
  const within = async (name: string, action: RegExp): Promise<void> => {
    // What can be done with a card shows when one points at it.
    await card(name).hover()
    await card(name).getByRole('button', { name: action }).click()
  }
  return {
    card,
    names: (): Promise<string[]> => page.locator('.workflows-image-card__name').allTextContents(),
    makePrimary: (name: string) => within(name, /^Make .* the primary image$/),
    detach: (name: string) => within(name, /^Detach /),
    /** Focuses a card's picture and presses keys on it. */
    press: async (name: string, ...keys: string[]): Promise<void> => {
      await card(name)
        .getByRole('button', { name: `Open ${name}` })
        .focus()
      for (const key of keys) await page.keyboard.press(key)
    },
    openDialog: async (): Promise<void> => {
      await page.getByRole('button', { name: 'Attach images', exact: true }).first().click()
      await page.getByRole('dialog').waitFor()
    },
    option: (name: string): Locator => page.getByRole('option').filter({ hasText: name }),
    tab: (name: string): Locator => page.getByRole('tab', { name }),
    sum: (): Promise<string | null> => page.locator('.workflows-attach__sum').textContent(),
    attachButton: (): Locator =>
      page.getByRole('dialog').getByRole('button', { name: /^Attach \d+ image/ }),
    chooseFiles: (files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> =>
      page.locator('.workflows-upload input[type=file]').setInputFiles(files),
    row: (name: string): Locator =>
      page.locator('.workflows-upload__row').filter({ hasText: name }),
    closed: (): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' }),
    focused: (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      }),
  }
}
