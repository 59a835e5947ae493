/** px from the edge within which a drag scrolls, and how far each move takes it. */
const EDGE = 56
const STEP = 16

/** Scrolls whatever scrolls the element when the pointer comes near its top or bottom. */
export function scrollAtEdge({ element, y }: { element: HTMLElement; y: number }): void {
  const scroller = scrollerOf(element)
  const isPage = scroller === document.scrollingElement
  const { top, bottom } = isPage
    ? { top: 0, bottom: window.innerHeight }
    : scroller.getBoundingClientRect()
  if (y < top + EDGE) scroller.scrollBy(0, -STEP)
  else if (y > bottom - EDGE) scroller.scrollBy(0, STEP)
}

function scrollerOf(element: HTMLElement): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent)
    if (/auto|scroll/.test(overflowY) && parent.scrollHeight > parent.clientHeight) return parent
  }
  return document.scrollingElement ?? document.documentElement
}
