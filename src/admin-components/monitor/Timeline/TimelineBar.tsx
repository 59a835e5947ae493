import type { Bar } from './lanes.js'

/** One agent job: its wait lighter, its work in full. */
export function TimelineBar({
  bar: { queued, start, end, look },
  place,
  width,
}: {
  bar: Bar
  place: (ms: number) => string
  width: (from: number, to: number) => string
}) {
  return (
    <>
      {start > queued ? (
        <i
          className={`workflows-timeline__bar workflows-timeline__bar--${look} workflows-timeline__bar--queued`}
          style={{ insetInlineStart: place(queued), width: width(queued, start) }}
        />
      ) : null}
      <i
        className={`workflows-timeline__bar workflows-timeline__bar--${look}`}
        style={{ insetInlineStart: place(start), width: width(start, end) }}
      />
    </>
  )
}
