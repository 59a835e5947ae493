import type { Locator } from 'playwright-core'

/** The mouse takes an image from its card to another one and lets go, before the page can draw any of it. */
export const flick = async (from: Locator, to: Locator): Promise<void> => {
  const target = await to.elementHandle()
  await from.evaluate((card, first) => {
    const held = card.querySelector('[aria-label^="Open "]')
    if (!held || !first) throw new Error('The cards are not to be seen.')
    const tell = (type: string, at: Element) => {
      const { left, top, width, height } = at.getBoundingClientRect()
      const place = { clientX: left + width / 2, clientY: top + height / 2 }
      const pointer = { pointerId: 1, pointerType: 'mouse', bubbles: true }
      held.dispatchEvent(new PointerEvent(type, { ...place, ...pointer }))
    }
    tell('pointerdown', card)
    tell('pointermove', first)
    tell('pointerup', first)
  }, target)
}
