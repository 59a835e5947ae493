/** A list that is never empty, so that walking round it always finds something. */
export type Some<Item> = readonly [Item, ...Item[]]

/**
 * One idea for a piece of copy: two titles and two opening sentences. Sentences may hold `{name}` and
 * `{audience}` inside, `{Name}` and `{Audience}` at their start. The name may be one thing or many, so it
 * is never the subject of a verb that shows which.
 */
export type Scene = readonly [title: string, title: string, hook: string, hook: string]

/** What the demo writer knows about one walk of life. */
export interface Domain {
  id: string
  /** Words of a brief that belong here. */
  words: RegExp
  /** Noun phrase in the plural, for briefs that name no audience. */
  audience: string
  /** At least 12, so ten items of a node and two to spare have one each. */
  scenes: Some<Scene>
  /** Short facts of everyday life with the thing. */
  details: Some<string>
  /** Noun phrases: when one meets the thing. */
  moments: Some<string>
  /** Two to five words, imperative. */
  calls: Some<string>
  /** Without the sign. */
  hashtags: Some<string>
}
