const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * Picture mark, text and address of `[text](address "title")`; one pair of brackets in the address, as
 * encyclopedias have them. All parts are bounded, so that no text makes it slow.
 */
export const MARKDOWN_LINK =
  /(!?)\[([^[\]\n]{0,500})\]\(((?:[^()\s]|\([^()\s]{0,500}\)){0,2000})(?:[ \t]+"[^"\n]{0,500}")?\)/g

/** Whether a model may link there; everything else (scripts, data, files, relative paths) is refused. */
export function isSafeLink(url: unknown): url is string {
  if (typeof url !== 'string') return false
  try {
    return PROTOCOLS.has(new URL(url).protocol)
  } catch {
    return false
  }
}
