import { setImmediate } from 'node:timers/promises'
import PDFDocument, { type Font, type Outline, type Structure } from 'pdfkit'
import type { Face } from './fonts.ts'
import { page, pagesOf, type Element, type Placed } from './layout.ts'
import { linesOf, said, settingOf, type Fragment, type Working } from './lines.ts'
import type { Document } from './tree.ts'

const quiet = '#505a5f'
const enoughAtOnce = 20

/**
 * A document as a PDF that claims PDF/UA-1: its title, language, headings, paragraphs, lists, tables and links are in the file, in the
 * order in which they are read; what is there for the eye alone (rules, page numbers, a table's head on its next page) is marked as
 * no part of it. The letters are embedded, and lines from the right stand as they are read (docs/decisions/0022). It is made a little
 * at a time, so that a server answers others meanwhile.
 */
export async function pdfOf(document: Document): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: null,
    tagged: true,
    subset: 'PDF/UA',
    lang: document.lang ?? 'en-GB',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: document.title,
      Author: document.author,
      Subject: document.subject,
      Creator: 'Remit',
      Producer: 'Remit',
      CreationDate: noon(document.day),
      ModDate: noon(document.day),
    },
  })
  escapeMetadata(pdf)
  const parts: Buffer[] = []
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(parts)))
    })
    pdf.on('error', reject)
  })
  await unhurried(print(pdf, document))
  pdf.end()
  return await whole
}

/** Does the work a few milliseconds at a time. */
async function unhurried(work: Working<void>): Promise<void> {
  let since = performance.now()
  while (!work.next().done) {
    if (performance.now() - since < enoughAtOnce) continue
    await setImmediate()
    since = performance.now()
  }
}

type Pdf = InstanceType<typeof PDFDocument>

// A day has no time of its own; noon is the same day everywhere that matters.
const noon = (day: Temporal.PlainDate): Date => new Date(`${day.toString()}T12:00:00Z`)

// pdfkit writes the title into XML as it is: "Care & support" would make it unreadable.
function escapeMetadata(pdf: Pdf): void {
  const { info } = pdf
  const add = pdf._addInfo.bind(pdf)
  const escaped = (text: string) =>
    text
      .toWellFormed()
      .replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .replaceAll(/[&<>]/gu, (one) => `&#${one.charCodeAt(0)};`)
  pdf._addInfo = () => {
    pdf.info = Object.fromEntries(
      Object.entries(info).map(([name, value]) => [name, typeof value === 'string' ? escaped(value) : value]),
    )
    add()
    pdf.info = info
  }
}

function* print(pdf: Pdf, document: Document): Working<void> {
  const pages = yield* pagesOf(document, new Set())
  const pen = new Pen(pdf)
  for (const [at, placed] of pages.entries()) {
    pdf.addPage()
    for (const one of placed) pen.put(one)
    pen.endPage()
    yield* pen.foot(`${document.footer} · page ${at + 1} of ${pages.length}`)
    yield
  }
  yield* pen.end()
}

/** Draws what the layout placed, and keeps the structure beside it. */
class Pen {
  readonly #pdf: Pdf
  readonly #root: Structure
  readonly #structures = new Map<Element, Structure>()
  readonly #fonts = new Map<Face, Letters>()
  readonly #outlines: Outline[]
  #top: Element | undefined
  #open: { element: Element; content: object; links: (() => void)[] } | undefined

  constructor(pdf: Pdf) {
    this.#pdf = pdf
    this.#root = pdf.struct('Document')
    pdf.addStructure(this.#root)
    this.#outlines = [pdf.outline]
  }

  put(one: Placed): void {
    switch (one.kind) {
      case 'bookmark': {
        this.#outlines.length = Math.min(this.#outlines.length, one.level)
        const item = this.#outlines
          .at(-1)
          ?.addItem(one.title, { fit: false, left: page.width, top: one.y - 10, expanded: true })
        if (item) this.#outlines.push(item)
        return
      }
      case 'empty':
        this.#close()
        this.#structureOf(one.element)
        return
      case 'rule':
        this.#close()
        this.#artifact('Layout', () => {
          this.#stroke('#b1b4b6', 0.5, one.from, one.to, one.y)
        })
        return
      case 'text':
        if (one.element) {
          this.#enter(one.element)
          this.#text(one)
          this.#link(one)
        } else {
          this.#close()
          this.#artifact('Pagination', () => {
            this.#text(one)
          })
        }
    }
  }

  *foot(text: string): Working<void> {
    const size = 8.5
    const [line] = yield* linesOf(yield* settingOf([{ text }]), ((page.width - 2 * page.margin) / size) * 1000)
    this.#artifact('Pagination', () => {
      for (const fragment of line?.fragments ?? [])
        this.#text({ fragment, size, x: page.margin + (fragment.x * size) / 1000, y: page.height - 34, colour: quiet })
    })
  }

  endPage(): void {
    this.#close()
  }

  *end(): Working<void> {
    this.#root.end()
    yield
    for (const letters of this.#fonts.values()) {
      letters.font.finalize()
      yield
    }
  }

  #enter(element: Element): void {
    if (this.#open?.element === element) return
    this.#close()
    this.#structureOf(element)
    this.#open = { element, content: this.#pdf.markStructureContent(element.role), links: [] }
  }

  #close(): void {
    if (!this.#open) return
    const { element, content, links } = this.#open
    this.#pdf.endMarkedContent()
    const structure = this.#structureOf(element)
    structure.add(content)
    for (const link of links) link()
    this.#open = undefined
    if (!element.inline) return
    // What follows within the paragraph comes after it, also if it is of the same kind; and a link belongs to one page.
    structure.end()
    this.#structures.delete(element)
  }

  #structureOf(element: Element): Structure {
    const known = this.#structures.get(element)
    if (known) return known
    if (!element.parent) return this.#root
    const parent = this.#structureOf(element.parent)
    if (parent === this.#root) {
      // The block before is whole.
      if (this.#top) this.#structures.get(this.#top)?.end()
      this.#structures.clear()
      this.#top = element
    }
    const { role, alt, lang, scope } = element
    const structure = this.#pdf.struct(role, {
      ...(alt === undefined || role === 'Link' ? {} : { alt }),
      ...(lang === undefined ? {} : { lang }),
      ...(scope === undefined ? {} : { scope }),
    })
    if (element.struck) structure.dictionary.data['A'] = { O: 'Layout', TextDecorationType: 'LineThrough' }
    parent.add(structure)
    this.#structures.set(element, structure)
    return structure
  }

  #artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.#pdf.addContent(`/Artifact <</Type /${type}>> BDC`)
    draw()
    this.#pdf.addContent('EMC')
  }

  #link({ element, fragment, size, x, y }: Extract<Placed, { kind: 'text' }>): void {
    const href = element?.href
    if (!element || href === undefined) return
    const high = (fragment.face.ascent * size) / 1000
    this.#open?.links.push(() => {
      this.#pdf.link(x, y - high, (fragment.width * size) / 1000, high + (fragment.face.descent * size) / 1000, href, {
        structParent: this.#structureOf(element),
        // oxlint-disable-next-line no-new-wrappers -- by this pdfkit tells a text from a name
        Contents: new String(element.alt ?? href),
      })
    })
  }

  #text(one: Pick<Extract<Placed, { kind: 'text' }>, 'fragment' | 'size' | 'x' | 'y' | 'colour' | 'line'>): void {
    const { fragment, size, x, y, colour, line } = one
    let letters = this.#fonts.get(fragment.face)
    if (!letters) this.#fonts.set(fragment.face, (letters = new Letters(this.#pdf, fragment.face)))
    letters.on(this.#pdf)
    const read = saidBy(fragment)
    const wanted = fragment.written === said ? '' : (fragment.written ?? fragment.text)
    if (read !== wanted) this.#pdf.addContent(`/Span <</ActualText <feff${hex(wanted)}>>> BDC`)
    // The page counts from its top, letters from their foot.
    this.#pdf.addContent(
      `${rgb(colour)} rg BT /${letters.font.id} ${size} Tf 1 0 0 -1 ${number(x)} ${number(y)} Tm ${letters.show(fragment, size)} ET`,
    )
    if (read !== wanted) this.#pdf.addContent('EMC')
    const wide = (fragment.width * size) / 1000
    if (line === 'under') this.#stroke(colour, 0.6, x, x + wide, y + size * 0.14)
    if (line === 'through') this.#stroke(colour, 0.6, x, x + wide, y - size * 0.28)
  }

  #stroke(colour: string, wide: number, from: number, to: number, y: number): void {
    this.#pdf.addContent(`${rgb(colour)} RG ${wide} w ${number(from)} ${number(y)} m ${number(to)} ${number(y)} l S`)
  }
}

const saidBy = ({ glyphs }: Fragment): string => glyphs.map(({ text }) => text).join('')
const number = (of: number): string => String(Math.round(of * 100) / 100)
const rgb = (colour: string): string =>
  [1, 3, 5].map((at) => number(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ')
const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')

/**
 * The letters of one face in one file. One shape may stand for several letters (of the Arabic letters that differ in their dots the
 * font draws one and sets the dots): each meaning gets a code of its own, so that every code can be read back as what it means.
 */
class Letters {
  readonly font: Font
  readonly #codes = new Map<string, string>()

  constructor(pdf: Pdf, face: Face) {
    pdf.registerFont(face.name, face.source).font(face.name)
    this.font = pdf._font
  }

  on(pdf: Pdf): void {
    pdf.page.fonts[this.font.id] ??= this.font.ref()
  }

  #codeOf(id: number, text: string, nominal: number): string {
    const key = `${id} ${text}`
    let code = this.#codes.get(key)
    if (code === undefined) {
      const at = this.font.subset.glyphs.push(id) - 1
      this.font.widths[at] = nominal
      this.font.unicode[at] = Array.from(text, (one) => one.codePointAt(0) ?? 0)
      this.#codes.set(key, (code = at.toString(16).padStart(4, '0')))
    }
    return code
  }

  show({ glyphs }: Fragment, size: number): string {
    const parts: string[] = []
    let run = ''
    let moved = 0
    let risen = 0
    const flush = (): void => {
      if (run !== '') parts.push(`<${run}>`)
      run = ''
    }
    const move = (by: number): void => {
      if (Math.abs(by) < 0.05) return
      flush()
      parts.push(number(-by))
    }
    const show = (): string => {
      flush()
      const text = parts.length === 0 ? '' : `[${parts.join(' ')}] TJ `
      parts.length = 0
      return text
    }
    let shown = ''
    for (const { id, text, advance, nominal, x, y } of glyphs) {
      if (y !== risen) {
        shown += `${show()}${number((y * size) / 1000)} Ts `
        risen = y
      }
      move(moved + x)
      run += this.#codeOf(id, text, nominal)
      moved = advance - nominal - x
    }
    return `${shown}${show()}${risen === 0 ? '' : '0 Ts'}`
  }
}
