import type { Page } from 'playwright-core'

/** What of our words and controls does not fit: cut off with no way to read it, outside of the page, or covered. */
export const findMisfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    // What an open dialog covers is meant to be covered.
    const seen = document.querySelector('dialog[open], [role=dialog]') ?? document
    const say = (what: string, element: Element) =>
      found.push(
        `${what}: ${element.className} “${(element.textContent ?? '').trim().slice(0, 60)}”`,
      )
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))

    for (const element of seen.querySelectorAll('[class*="workflows-"]')) {
      const box = element.getBoundingClientRect()
      if (box.width < 2 || box.height < 2 || element.closest('.react-flow__viewport')) continue
      const { overflowX, visibility } = getComputedStyle(element)
      if (visibility === 'hidden' || element.className.toString().includes('sr-only')) continue
      const isCut = element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(overflowX)
      const hasText = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
      )
      const isTold = element.closest('[title],[aria-label]') !== null
      if (isCut && hasText && !isTold) say('cut off', element)
      const isOutside = box.right > innerWidth + 1 || box.left < -1
      if (isOutside && hasText && !scrolls(element.parentElement)) say('outside', element)
    }
    for (const control of seen.querySelectorAll(
      '[class*="workflows-"] :is(button, a.btn, [role=tab])',
    )) {
      const { left, top, width, height } = control.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      if (width < 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue
      const there = document.elementFromPoint(x, y)
      if (there && !control.contains(there) && !there.contains(control)) say('covered', control)
      if (control.scrollWidth > control.clientWidth + 1) say('too wide', control)
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) {
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      )
      found.push(`too wide: ${wide.map(({ className }) => className).join(' > ')}`.slice(0, 900))
    }
    const keys = document.body.innerText.match(/\b(?:workflows|general):[a-z]\w+/g) ?? []
    return [...found, ...keys]
  })
