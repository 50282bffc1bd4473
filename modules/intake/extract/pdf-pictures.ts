/** Which pages of a PDF hold pictures in place of words: a scan among typed pages, an appendix pasted in as an image. */
import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
export type PageSeen = { number: number; letters: number }
export type Unread = { pages: number[]; says: string | null }

/** Fewer letters than this, and the page may be a picture with a line of type above it. */
const few = 250
/** So much of a page under pictures, and what it says is in them. */
const most = 0.4
/** To look at a picture it has to be unpacked; past so many pages those without a letter are taken to be pictures. */
const mostLookedAt = 100

/** The pages that could not be read, by number from 1, and a sentence that names them. An empty page is none of them. */
export async function unreadPages(document: Pdf, seen: readonly PageSeen[]): Promise<Unread> {
  const bare: number[] = []
  const covered: number[] = []
  let looked = 0
  for (const { number, letters } of seen) {
    if (letters >= few) continue
    const drawn = looked++ < mostLookedAt ? await drawnOn(document, number) : { pictures: 1, lines: 0 }
    if (letters === 0 && (drawn.pictures > 0.02 || drawn.lines > 200)) bare.push(number)
    else if (letters > 0 && drawn.pictures >= most) covered.push(number)
  }
  const says = [
    ...(bare.length === 0
      ? []
      : [
          `${pagesWords(bare, seen.length)} ${bare.length === 1 ? 'is a picture' : 'are pictures'} without text and could not be read.`,
        ]),
    ...(covered.length === 0
      ? []
      : [
          `${pagesWords(covered, seen.length)} ${covered.length === 1 ? 'is' : 'are'} mostly a picture; what stands in it could not be read.`,
        ]),
  ]
  return {
    pages: [...bare, ...covered].sort((one, other) => one - other),
    says:
      says.length === 0
        ? null
        : [...says, 'Read it there yourself, or run text recognition (OCR) on the file and give the result.'].join(' '),
  }
}

/** "Page 2 of 5", "Pages 2 to 4 and 7 of 9". */
function pagesWords(numbers: readonly number[], of: number): string {
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else spans.push([number, number])
  }
  const words = spans.flatMap(([from, to]) =>
    from === to ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from} to ${to}`],
  )
  return `${numbers.length === 1 ? 'Page' : 'Pages'} ${new Intl.ListFormat('en-GB').format(words)} of ${of}`
}

type Matrix = [number, number, number, number, number, number]

/** How much of a page is under pictures, as a share of it, and how many lines and curves are drawn. */
async function drawnOn(document: Pdf, number: number): Promise<{ pictures: number; lines: number }> {
  const { OPS } = await getResolvedPDFJS()
  const page = await document.getPage(number)
  try {
    const { fnArray, argsArray } = await page.getOperatorList()
    const [left = 0, bottom = 0, right = 595, top = 842] = page.view
    const whole = Math.max(1, (right - left) * (top - bottom))
    const kept: Matrix[] = []
    let matrix: Matrix = [1, 0, 0, 1, 0, 0]
    let pictures = 0
    let lines = 0
    for (const [at, operator] of fnArray.entries()) {
      if (operator === OPS.save) kept.push(matrix)
      else if (operator === OPS.restore) matrix = kept.pop() ?? matrix
      else if (operator === OPS.transform) matrix = times(matrix, argsArray[at] as Matrix)
      else if (operator === OPS.paintFormXObjectBegin) {
        kept.push(matrix)
        const [own] = argsArray[at] as [Matrix | null]
        if (own) matrix = times(matrix, own)
      } else if (operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
      else if (operator === OPS.constructPath) lines++
      else if (
        operator === OPS.paintImageXObject
        || operator === OPS.paintInlineImageXObject
        || operator === OPS.paintImageMaskXObject
      )
        pictures += Math.min(1, Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / whole)
    }
    return { pictures, lines }
  } catch {
    // A page whose drawing cannot be followed cannot be told to be empty.
    return { pictures: 1, lines: 0 }
  } finally {
    page.cleanup()
  }
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]
