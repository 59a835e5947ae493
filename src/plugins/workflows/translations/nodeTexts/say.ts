/**
 * Says an English text of a node type in a person's language. `{{count}}` and the like are filled in
 * from `variables`; braces that no variable names stay, as they are part of the text.
 */
export type Say = (text: string, variables?: Readonly<Record<string, number | string>>) => string

/** The texts as the specs have them. */
export const inEnglish: Say = (text, variables = {}) =>
  text.replace(/\{\{(\w+)\}\}/g, (braces, name: string) => String(variables[name] ?? braces))
