const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** Whether a model may link there; everything else (scripts, data, files, relative paths) is refused. */
export function isSafeLink(url: unknown): url is string {
  if (typeof url !== 'string') return false
  try {
    return PROTOCOLS.has(new URL(url).protocol)
  } catch {
    return false
  }
}
