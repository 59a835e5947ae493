import type { Page } from 'playwright-core'

export interface Spot {
  x: number
  y: number
}

/** Fingers on a touch screen: each list is where they are at one moment. They come down at the first, go up after the last. */
export async function moveFingers(
  page: Page,
  moments: readonly (readonly Spot[])[],
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map(({ x, y }, id) => ({ x: Math.round(x), y: Math.round(y), id })),
    })
  for (const [at, spots] of moments.entries()) {
    await send(at === 0 ? 'touchStart' : 'touchMove', spots)
  }
  await send('touchEnd', [])
  await session.detach()
}

/** From one place to the other, in `steps` equal parts. */
export const line = (from: Spot, to: Spot, steps = 8): Spot[] =>
  Array.from({ length: steps + 1 }, (_, at) => ({
    x: from.x + ((to.x - from.x) * at) / steps,
    y: from.y + ((to.y - from.y) * at) / steps,
  }))
