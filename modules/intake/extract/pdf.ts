/**
 * A PDF as lines, from where its words stand on the page: words on one height make a line, a wide gap in it a tab, a wider
 * step down an empty line. A page set in two columns is read column by column.
 */
import { getDocumentProxy } from 'unpdf'
import type { Extracted } from './extract.ts'
import { note } from './extract.ts'
import { unreadPages, type PageSeen } from './pdf-pictures.ts'
import { linesOf } from './pdf-lines.ts'
import type { Piece } from './pdf-lines.ts'

const MOST_PAGES = 2_000

export async function pdfText(bytes: Uint8Array): Promise<Extracted> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    // pdf.js takes the buffer for its own, so it gets a copy.
    document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') {
      return {
        ok: false,
        because:
          'The PDF is protected by a password. Open it, print it to a new PDF without a password, and give that.',
      }
    }
    return {
      ok: false,
      because: 'The PDF is damaged and cannot be opened. Download or export it again, and give the new file.',
    }
  }
  try {
    if (document.numPages > MOST_PAGES) {
      return {
        ok: false,
        because: `The PDF has ${document.numPages} pages; at most ${MOST_PAGES} are read. Give the pages of the decision record alone.`,
      }
    }
    const pages: string[][] = []
    let columned = 0
    const seen: PageSeen[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces: Piece[] = []
      for (const item of items) {
        if (!('str' in item) || item.str === '') continue
        const [a = 1, b = 0, , d = 0, x = 0, y = 0] = item.transform
        const size = Math.hypot(a, b) || Math.abs(d) || 10
        pieces.push({ text: item.str, x, y, width: item.width, size })
      }
      const width = page.view[2] !== undefined && page.view[0] !== undefined ? page.view[2] - page.view[0] : 595
      const { lines, columns } = linesOf(pieces, width)
      if (columns > 1) columned++
      seen.push({ number, letters: pieces.reduce((sum, { text }) => sum + lettersIn(text), 0) })
      pages.push(lines)
      page.cleanup()
    }
    if (seen.every(({ letters }) => letters === 0)) {
      return {
        ok: false,
        because:
          'The PDF has no text: its pages are pictures, most likely a scan. Run text recognition (OCR) on it, or give the document it was printed from.',
      }
    }
    const unread = await unreadPages(document, seen)
    const findings = unread.says === null ? [] : [note('reading-scanned-pages', unread.says, 'warning')]
    if (columned > 0) {
      findings.push(
        note(
          'reading-columns',
          `${columned} of ${pages.length} pages are set in two columns and were read column by column.`,
        ),
      )
    }
    return {
      ok: true,
      text: withoutRunning(pages)
        .map((lines) => lines.join('\n'))
        .join('\n\n'),
      findings,
      unread: unread.pages,
    }
  } finally {
    await document.destroy()
  }
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Drops page numbers, and the heads and feet that run through the pages of a longer document. */
function withoutRunning(pages: string[][]): string[][] {
  const count = new Map<string, number>()
  const key = (line: string) => line.replace(/\d+/g, '#').trim()
  const edges = (lines: string[]) => {
    const filled = lines.filter((line) => line.trim() !== '')
    return new Set([filled[0], filled[1], filled.at(-1), filled.at(-2)].filter((line) => line !== undefined).map(key))
  }
  for (const lines of pages) for (const edge of edges(lines)) count.set(edge, (count.get(edge) ?? 0) + 1)
  return pages.map((lines, index) => {
    const near = edges(lines)
    return lines.filter((line) => {
      const same = key(line)
      if (/^(?:page\s+)?#(?:\s*(?:of|\/)\s*#)?$|^- # -$/i.test(same) && near.has(same) && pages.length > 1) return false
      // A foot that counts the pages, "Larkshire Council · D-2026-0001 · page 1 of 2", is one also where there are but two.
      if (/page # of #$/i.test(same) && near.has(same) && pages.length > 1 && count.get(same) === pages.length)
        return false
      return !(
        index > 0
        && pages.length > 2
        && same !== ''
        && near.has(same)
        && (count.get(same) ?? 0) > pages.length * 0.6
      )
    })
  })
}
