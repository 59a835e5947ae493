import { EditorView, WidgetType } from '@codemirror/view'

/** A variable as people read it. The text behind it stays what it is. */
export class ChipWidget extends WidgetType {
  readonly label: string
  readonly title: string
  readonly isWrong: boolean

  constructor({ label, title, isWrong }: { label: string; title: string; isWrong: boolean }) {
    super()
    this.label = label
    this.title = title
    this.isWrong = isWrong
  }

  override eq(other: ChipWidget): boolean {
    return (
      other.label === this.label && other.title === this.title && other.isWrong === this.isWrong
    )
  }

  override toDOM(view: EditorView): HTMLElement {
    const chip = document.createElement('span')
    chip.className = `workflows-variable${this.isWrong ? ' workflows-variable--wrong' : ''}`
    chip.textContent = this.label
    chip.title = this.title
    chip.addEventListener('mousedown', (event) => {
      event.preventDefault()
      openAt({ view, chip, inside: event.detail > 1 })
    })
    return chip
  }

  override ignoreEvent(): boolean {
    return true
  }
}

/** One click selects the chip, so that it can be replaced or deleted; two open it as text. */
function openAt({
  view,
  chip,
  inside,
}: {
  view: EditorView
  chip: HTMLElement
  inside: boolean
}): void {
  const from = view.posAtDOM(chip)
  const end = view.state.doc.sliceString(from, from + 2_000).indexOf('}}')
  const to = end === -1 ? from : from + end + 2
  view.focus()
  view.dispatch({ selection: inside ? { anchor: to - 2 } : { anchor: from, head: to } })
}
