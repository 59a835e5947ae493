/** First line of every file, so that any other JSON is told apart; the version moves when the shape does. */
export const FILE_FORMAT = 'payload-workflows/template'
export const FILE_VERSION = 1

/** ASCII only: the name goes into a header. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${plain || 'template'}.workflow.json`
}
