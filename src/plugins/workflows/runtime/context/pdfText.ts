/** Enough for a brand book; a hostile file must not keep a worker busy with a million pages. */
const MAX_PAGES = 200
const MAX_MS = 20_000

/**
 * The text of a PDF, page by page until there is enough of it. Throws when it is no readable PDF.
 * pdf-parse is loaded when the first PDF comes: it brings all of pdf.js.
 */
export async function pdfText({
  bytes,
  maxCharacters,
}: {
  bytes: Buffer
  maxCharacters: number
}): Promise<string> {
  const { PDFParse } = await import('pdf-parse')
  const parser = new PDFParse({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 })
  const deadline = Date.now() + MAX_MS
  try {
    let text = ''
    let pages = 1
    for (let page = 1; page <= Math.min(pages, MAX_PAGES); page += 1) {
      const result = await parser.getText({ partial: [page], pageJoiner: '' })
      pages = result.total
      text += `${result.pages[0]?.text.trim() ?? ''}\n\n`
      if (text.length >= maxCharacters || Date.now() > deadline) break
    }
    return text.trim()
  } finally {
    await parser.destroy()
  }
}
