import type { Page } from 'playwright-core'

import { spread } from '../engine/figures.js'

/** Begins to note the time between frames. */
export const startFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const gaps: number[] = []
    let last = performance.now()
    Object.assign(window, { workflowsGaps: gaps })
    const next = (now: number) => {
      gaps.push(now - last)
      last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })

/** The gaps since `startFrames`, ms. */
export async function readFrames(page: Page) {
  const gaps = await page.evaluate(
    () => (window as unknown as { workflowsGaps: number[] }).workflowsGaps,
  )
  return spread(gaps.slice(1))
}
