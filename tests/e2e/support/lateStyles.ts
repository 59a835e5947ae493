import type { Page } from 'playwright-core'

import { holdScripts } from './holdScripts.js'

/**
 * Opens `url` and holds every script back until `first` is drawn, then lets them come until `alive` is there.
 * @returns our own rules that came with the scripts, though what was drawn without them needed them.
 */
export async function lateStyles(
  page: Page,
  { url, first, alive }: { url: string; first: string; alive: string },
): Promise<string[]> {
  const release = await holdScripts(page)
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(first).first().waitFor()
  // The browser shows nothing before those of the head are there; a locator does not wait for them.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
      (link) => link.sheet,
    ),
  )
  const drawn = await page.evaluate(() => document.body.innerHTML)
  const before = new Set(await page.evaluate(ourRules))
  release()
  await page.locator(alive).first().waitFor()
  const late = (await page.evaluate(ourRules)).filter((rule) => !before.has(rule))
  return page.evaluate(
    ({ drawn, late }) => {
      const body = new DOMParser().parseFromString(drawn, 'text/html')
      return late.filter((rule) => body.querySelector(rule.replaceAll(/::[a-z-]+/g, '')))
    },
    { drawn, late },
  )
}

/** The selectors of all rules of ours in the page. */
function ourRules(): string[] {
  const found: string[] = []
  const look = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && rule.selectorText.includes('.workflows-'))
        found.push(rule.selectorText)
      else if (rule instanceof CSSGroupingRule) look(rule.cssRules)
    }
  }
  for (const sheet of document.styleSheets) look(sheet.cssRules)
  return found
}
