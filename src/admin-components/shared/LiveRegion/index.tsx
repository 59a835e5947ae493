'use client'

/** Says `text` politely whenever it changes; `nonce` makes the same sentence be said again. */
export function LiveRegion({ text, nonce = 0 }: { text: string; nonce?: number }) {
  return (
    <div aria-live="polite" className="workflows-sr-only" role="status">
      {/* A screen reader hears a change of text; an added space is one. */}
      {nonce % 2 === 1 ? `${text}\u00a0` : text}
    </div>
  )
}
