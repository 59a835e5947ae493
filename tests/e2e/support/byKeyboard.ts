import type { Page } from 'playwright-core'

/** More stops than any page of ours has. */
const MOST_STOPS = 120

interface Stop {
  name: string
  isNode: boolean
}

/** What has the focus, by the name a screen reader would say. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement
    const labelled = (element?.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
    const name =
      element?.getAttribute('aria-label') || labelled.trim() || label || element?.textContent || ''
    return {
      name: name.replace(/\s*\*$/, '').trim(),
      isNode: element?.classList.contains('react-flow__node') === true,
    }
  })

/** Works a page with nothing but keys. */
export const byKeyboard = (page: Page) => {
  const walk = async (is: (stop: Stop) => boolean, key: string, what: string): Promise<void> => {
    const seen: string[] = []
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await page.keyboard.press(key)
      const at = await focused(page)
      if (is(at)) return
      seen.push(at.name.slice(0, 30))
    }
    throw new Error(`${what} cannot be reached by ${key}: ${seen.join(' | ')}`)
  }
  const untilOnNode = async (label = ''): Promise<void> => {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
      const at = await focused(page)
      if (at.isNode && at.name.startsWith(label)) return
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
    throw new Error(`The focus is on ${(await focused(page)).name} and not on the node ${label}.`)
  }
  return {
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),
    tabTo: (name: RegExp | string): Promise<void> =>
      walk(
        (at) => (typeof name === 'string' ? at.name === name : name.test(at.name)),
        'Tab',
        String(name),
      ),
    /** The focus as it is when it is on a node, else the next one. */
    tabToNode: async (): Promise<void> => {
      if (!(await focused(page)).isNode) await walk(({ isNode }) => isNode, 'Tab', 'A node')
    },
    /** Until it is on a node whose name begins so. */
    untilOnNode,
    /** The canvas is one stop; Tab walks its nodes from there. */
    backToNode: async (label: string): Promise<void> => {
      await walk(({ name }) => name === 'Canvas', 'Shift+Tab', 'The canvas')
      await walk(({ isNode, name }) => isNode && name.startsWith(label), 'Tab', label)
    },
  }
}
