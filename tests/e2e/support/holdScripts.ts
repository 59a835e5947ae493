import type { Page } from 'playwright-core'

/** The page's scripts come only after the answer is called: until then one sees what the server drew. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  return release
}
