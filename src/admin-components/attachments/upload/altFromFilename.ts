/** `fjord-3_side-on.white.PNG` → `Fjord 3 side on white`: a start that a person mends, better than nothing. */
export function altFromFilename(filename: string): string {
  const words = filename
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.+\s]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
