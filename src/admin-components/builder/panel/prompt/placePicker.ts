import { EditorView, getTooltip, showTooltip } from '@codemirror/view'

/** Px below the field and its foot. */
const BELOW = 6
/** Less room than this below the field is no room for a list; it then opens at the line. */
const LEAST_ROOM = 160

/** The picker opens under the whole field, so that what one wrote stays in sight. */
export const placePicker = EditorView.updateListener.of(({ state, view }) => {
  for (const tooltip of state.facet(showTooltip)) {
    const shown = tooltip && getTooltip(view, tooltip)
    if (shown) shown.getCoords = (at) => placeOf({ view, at })
  }
})

function placeOf({ view, at }: { view: EditorView; at: number }) {
  const field = view.dom.closest('.workflows-field')
  const box = field?.querySelector('.workflows-prompt')?.getBoundingClientRect()
  const foot = field?.querySelector('.workflows-prompt__foot')?.getBoundingClientRect()
  const line = view.coordsAtPos(at)
  const bottom = (foot?.bottom ?? 0) + BELOW
  if (box && bottom + LEAST_ROOM <= window.innerHeight) {
    // No room above: the list shall get shorter rather than cover what one wrote.
    return { top: 0, bottom, left: box.left, right: box.right }
  }
  const { left, right, top } = box ?? view.dom.getBoundingClientRect()
  return { left, right, top: line?.top ?? top, bottom: line?.bottom ?? top }
}
