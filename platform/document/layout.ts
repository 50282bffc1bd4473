import { linesOf, said, settingOf, type Fragment, type Line, type Setting, type Working } from './lines.ts'
import { columnWidths, type Measured } from './columns.ts'
import { kindOf } from './letters.ts'
import { levelled, type Block, type Document, type Run } from './tree.ts'

export const page = { width: 595.28, height: 841.89, margin: 62 }
const wide = page.width - 2 * page.margin
const foot = page.height - page.margin

const ink = '#0b0c0c'
const quiet = '#505a5f'
const link = '#1d70b8'
const headings = {
  1: { size: 20, before: 4, after: 7 },
  2: { size: 14, before: 15, after: 5 },
  3: { size: 11.5, before: 11, after: 4 },
}
const body = 10.5
const small = 9
const cellText = 9.5
const padding = 4

/** An element of the document's structure, in the names of PDF. What hangs on an element of its own, a link or a change, is `inline`. */
export type Element = {
  role: string
  parent?: Element
  title?: string
  alt?: string
  lang?: string
  scope?: 'Column' | 'Row'
  href?: string
  struck?: true
  inline?: true
}

/** Something on a page. Text belongs to an element or is no part of the document (null): a repeated table head, a page number. */
export type Placed =
  | {
      kind: 'text'
      element: Element | null
      fragment: Fragment
      size: number
      x: number
      y: number
      colour: string
      line?: 'through' | 'under'
    }
  | { kind: 'rule'; y: number; from: number; to: number }
  /** An element without any text: an empty cell. */
  | { kind: 'empty'; element: Element }
  | { kind: 'bookmark'; title: string; level: number; y: number }

type Part = {
  height: number
  before: number
  /** It may not be the last on its page. */
  glued: boolean
  place: (put: (one: Placed) => void, y: number) => void
  /** What of it fits into so many points, and the rest. */
  split?: (room: number) => [Part, Part] | null
  /** What comes before it at the head of a page. */
  head?: Part
}

/** Lays a document out, page by page, and yields whenever it has worked for a moment. */
export function* pagesOf(document: Document, missing: Set<string>): Working<Placed[][]> {
  const pages: Placed[][] = [[]]
  let y = page.margin
  let chain: Part[] = []
  const put = (one: Placed): void => void pages.at(-1)?.push(one)
  const turn = (part: Part): void => {
    pages.push([])
    y = page.margin
    if (part.head) set(part.head)
  }
  const set = (part: Part): void => {
    const top = y > page.margin ? y + part.before : y
    part.place(put, top)
    y = top + part.height
  }
  const fits = (parts: readonly Part[]): boolean =>
    y + parts.reduce((sum, { height, before }) => sum + before + height, 0) <= foot
  const lay = (part: Part, isFresh = false): void => {
    if (fits([part])) {
      set(part)
      return
    }
    const halves = part.split?.(foot - y - part.before)
    if (halves) {
      set(halves[0])
      turn(halves[1])
      lay(halves[1], true)
    } else if (y > page.margin && !isFresh) {
      turn(part)
      lay(part, true)
    } else set(part)
  }
  for (const part of partsOf(document, missing)) {
    yield
    if (!part) continue
    chain.push(part)
    if (part.glued && chain.length < 40) continue
    const [first] = chain
    const whole = fits(chain)
    // A chain whose last part can be parted need fit no further than that part's beginning.
    if (!whole && first && y > page.margin && !(part.split && fits([...chain.slice(0, -1), { ...part, height: 60 }])))
      turn(first)
    for (const one of chain) lay(one)
    chain = []
  }
  for (const one of chain) lay(one)
  return pages
}

function* partsOf(document: Document, missing: Set<string>): Generator<Part | undefined> {
  const root: Element = { role: 'Document' }
  const blocks = levelled(document.blocks)
  for (const [at, block] of blocks.entries()) yield* partsOfBlock(block, root, missing, leads(block, blocks[at + 1]))
  if (missing.size > 0) {
    const kinds = [...new Set([...missing].map(kindOf))]
    yield* partsOfBlock(
      {
        kind: 'paragraph',
        quiet: true,
        runs: [
          {
            text: `Not all that was written can be printed here: this file has no letters for ${kinds.join(', ')}. It is marked where something is missing; the record on the screen shows it.`,
          },
        ],
      },
      root,
      new Set(),
      false,
    )
  }
}

// "Excluded because:" stays with what it announces.
const leads = (block: Block, next: Block | undefined): boolean =>
  block.kind === 'paragraph'
  && next !== undefined
  && next.kind !== 'heading'
  && (block.runs.at(-1)?.text.trimEnd().endsWith(':') ?? false)

function* partsOfBlock(
  block: Block,
  root: Element,
  missing: Set<string>,
  isGlued: boolean,
): Generator<Part | undefined> {
  switch (block.kind) {
    case 'heading': {
      const { size, before, after } = headings[block.level]
      const element: Element = { role: `H${block.level}`, parent: root }
      const text = yield* textOf([{ text: block.text }], size, wide, element, ink, missing, true)
      for (const [at, part] of glue(text, before, after, true).entries()) {
        const { place } = part
        yield at > 0
          ? part
          : {
              ...part,
              place: (put, y) => {
                put({ kind: 'bookmark', title: block.text, level: block.level, y })
                place(put, y)
              },
            }
      }
      return
    }
    case 'paragraph': {
      const size = block.quiet ? small : body
      const text = yield* textOf(
        block.runs,
        size,
        wide,
        { role: 'P', parent: root },
        block.quiet ? quiet : ink,
        missing,
      )
      yield* glue(text, 0, 6, isGlued)
      return
    }
    case 'list': {
      const list: Element = { role: 'L', parent: root }
      // All items of a list begin under one another, however long their labels.
      let indent = 22
      for (const { label } of block.items)
        indent = Math.max(
          indent,
          Math.min(wide / 3, ((yield* settingOf([{ text: label ?? '•' }])).natural * body) / 1000 + 8),
        )
      for (const [at, { label, runs }] of block.items.entries())
        yield* partsOfItem(label ?? '•', runs, list, indent, at === block.items.length - 1 ? 9 : 4.5, missing)
      return
    }
    case 'table':
      yield* partsOfTable(block, root, missing)
  }
}

function* partsOfItem(
  label: string,
  runs: readonly Run[],
  list: Element,
  indent: number,
  after: number,
  missing: Set<string>,
): Generator<Part | undefined> {
  const item: Element = { role: 'LI', parent: list }
  const [of] = yield* textOf([{ text: label }], body, wide / 3, { role: 'Lbl', parent: item }, ink, missing)
  const text = yield* textOf(runs, body, wide - indent, { role: 'LBody', parent: item }, ink, missing)
  const isRightward = text.every((one) => one.rightward) && text.some((one) => one.line.fragments.length > 0)
  for (const [at, part] of glue(text, 0, after, false, isRightward ? 0 : indent).entries()) {
    const { place } = part
    yield at > 0 || !of
      ? part
      : {
          ...part,
          place: (put, y) => {
            const ascent = (part: Text) => (part.line.ascent * body) / 1000
            const down = Math.max(0, ascent(text[0] ?? of) - ascent(of))
            of.place(put, isRightward ? page.margin + wide - of.width - of.left : page.margin, y + down)
            place(put, y)
          },
        }
  }
}

/** A line that knows how to be put on a page. */
type Text = {
  line: Line
  height: number
  width: number
  left: number
  rightward: boolean
  place: (put: (one: Placed) => void, x: number, y: number) => void
}

function* textOf(
  runs: readonly Run[],
  size: number,
  width: number,
  element: Element | null,
  colour: string,
  missing: Set<string>,
  strong = false,
): Working<Text[]> {
  const setting = yield* settingOf(runs, strong)
  return yield* textIn(setting, runs, size, width, element, colour, missing)
}

function* textIn(
  setting: Setting,
  runs: readonly Run[],
  size: number,
  width: number,
  element: Element | null,
  colour: string,
  missing: Set<string>,
): Working<Text[]> {
  const scale = size / 1000
  const within = new Map<string, Element>()
  const elementOf = ({ run, lang }: Fragment): Element | null => {
    const key = `${run} ${lang ?? ''}`
    let found = within.get(key)
    if (!found && element) within.set(key, (found = inlineOf(runs[run], lang, element)))
    return found ?? null
  }
  const lines = yield* linesOf(setting, width / scale)
  return lines.map((line): Text => {
    for (const { written } of line.fragments) if (written !== undefined && written !== said) missing.add(written)
    const first = Math.min(...line.fragments.map(({ x }) => x))
    const last = Math.max(0, ...line.fragments.map(({ x, width: of }) => x + of))
    return {
      line,
      height: (line.ascent + line.descent) * scale + 2.5,
      width: line.fragments.length === 0 ? 0 : (last - first) * scale,
      left: line.fragments.length === 0 ? 0 : first * scale,
      rightward: first > 1,
      place: (put, x, y) => {
        for (const fragment of line.fragments) {
          const { manner, href } = runs[fragment.run] ?? {}
          put({
            kind: 'text',
            element: elementOf(fragment),
            fragment,
            size,
            x: x + fragment.x * scale,
            y: y + line.ascent * scale,
            colour: href === undefined ? colour : link,
            ...(manner === 'struck'
              ? { line: 'through' as const }
              : manner === 'put-in' || href !== undefined
                ? { line: 'under' as const }
                : {}),
          })
        }
      },
    }
  })
}

function inlineOf(run: Run | undefined, lang: string | undefined, parent: Element): Element {
  const said = run?.lang ?? lang
  const language = said === undefined ? {} : { lang: said }
  if (run?.href !== undefined) return { role: 'Link', parent, inline: true, href: run.href, alt: run.text, ...language }
  // What a line through a word says to the eye, its description says to the ear.
  if (run?.manner === 'struck')
    return { role: 'Span', parent, inline: true, struck: true, alt: `taken out: ${run.text}`, ...language }
  if (run?.manner === 'put-in') return { role: 'Span', parent, inline: true, alt: `put in: ${run.text}`, ...language }
  return said === undefined ? parent : { role: 'Span', parent, inline: true, ...language }
}

// No line of a paragraph stands alone at the foot or the head of a page.
function glue(text: readonly Text[], before: number, after: number, isGlued: boolean, indent = 0): Part[] {
  return text.map(({ height, place }, at): Part => ({
    height: height + (at === text.length - 1 ? after : 0),
    before: at === 0 ? before : 0,
    glued: at === text.length - 1 ? isGlued : at === 0 || at === text.length - 2,
    place: (put, y) => {
      place(put, page.margin + indent, y)
    },
  }))
}

const figure = /^[-−+£]?[\d,.\s]+%?$/u

type Table = Extract<Block, { kind: 'table' }>

function* partsOfTable(block: Table, root: Element, missing: Set<string>): Generator<Part | undefined> {
  const table: Element = { role: 'Table', parent: root }
  const columns = block.rows.reduce((most, { length }) => Math.max(most, length), block.head.length)
  if (columns === 0) return
  const rows: Setting[][] = []
  for (const [at, row] of [block.head, ...block.rows].entries()) {
    const cells: Setting[] = []
    for (let column = 0; column < columns; column++)
      cells.push(yield* settingOf([{ text: row[column] ?? '' }], at === 0))
    rows.push(cells)
    yield
  }
  const widths = columnWidths(
    rows.map((row) => row.map(measured)),
    wide,
    2 * padding,
  )
  // Figures stand under one another.
  const figures = Array.from({ length: columns }, (_, column) => {
    const texts = block.rows.map((row) => row[column] ?? '').filter((text) => text !== '')
    return texts.some((text) => figure.test(text)) && texts.every((text) => figure.test(text) || text.length <= 10)
  })
  let head: Part | undefined
  let waiting: Part[] = []
  for (const [at, cells] of rows.entries()) {
    const row: Element = { role: 'TR', parent: table }
    const set: Cell[] = []
    const again: Cell[] = []
    let x = page.margin
    for (const [column, setting] of cells.entries()) {
      const text = (block.head.length > 0 && at === 0 ? block.head : (block.rows[at - 1] ?? []))[column] ?? ''
      const width = widths[column] ?? 0
      const cell: Element =
        at === 0
          ? { role: 'TH', parent: row, scope: 'Column' }
          : block.names && column === 0
            ? { role: 'TH', parent: row, scope: 'Row' }
            : { role: 'TD', parent: row }
      const place = { x: x + padding, width: width - 2 * padding, right: figures[column] ?? false }
      const make = (element: Element | null) =>
        textIn(setting, [{ text }], cellText, place.width, element, ink, missing)
      set.push({ ...place, element: cell, text: text === '' ? [] : yield* make(cell) })
      if (at === 0) again.push({ ...place, element: null, text: text === '' ? [] : yield* make(null) })
      x += width
    }
    const isLast = at === rows.length - 1
    const part = rowOf(set, isLast ? 9 : 0, at === 0)
    if (at === 0) head = rowOf(again, 0, true)
    const whole: Part = {
      ...part,
      glued: at === 0 && !isLast,
      before: at === 0 ? 2 : 0,
      ...(at > 0 && head ? withHead(part, head) : {}),
    }
    if (rows.length > few) yield whole
    else waiting.push(whole)
  }
  // A short table is not parted.
  if (waiting.reduce((sum, { height }) => sum + height, 0) < (foot - page.margin) * 0.35)
    waiting = waiting.map((one, at) => ({ ...one, glued: at < waiting.length - 1 }))
  yield* waiting
}
const few = 12

const withHead = (part: Part, head: Part): Pick<Part, 'head' | 'split'> => ({
  head,
  split: (room) => {
    const halves = part.split?.(room)
    return halves ? [halves[0], { ...halves[1], ...withHead(halves[1], head) }] : null
  },
})

type Cell = { x: number; width: number; right: boolean; element: Element | null; text: readonly Text[] }

function rowOf(cells: readonly Cell[], after: number, isHead = false): Part {
  const tall = Math.max(cellText, ...cells.map(({ text }) => sumOf(text)))
  const height = tall + 2 * padding
  const last = cells.at(-1)
  const across = { from: page.margin, to: (last?.x ?? 0) + (last?.width ?? 0) + padding }
  return {
    height: height + after,
    before: 0,
    glued: false,
    place: (put, y) => {
      if (isHead) put({ kind: 'rule', y, ...across })
      for (const { x, width, right, element, text } of cells) {
        let down = y + padding
        if (element) put({ kind: 'empty', element })
        for (const one of text) {
          one.place(put, right && !one.rightward ? x + width - one.width : x, down)
          down += one.height
        }
      }
      put({ kind: 'rule', y: y + height, ...across })
    },
    split: (room) => {
      // A row that a page can hold stays whole; a taller one is parted between lines.
      if (height < (foot - page.margin) * 0.4 || room < 80) return null
      const halves = cells.map((cell): [Cell, Cell] => {
        let down = 0
        let fit = 0
        for (const { height: of } of cell.text) {
          if (down + of > room - 2 * padding) break
          down += of
          fit++
        }
        return [
          { ...cell, text: cell.text.slice(0, fit) },
          { ...cell, text: cell.text.slice(fit) },
        ]
      })
      if (halves.every(([one]) => one.text.length === 0) || halves.every(([, one]) => one.text.length === 0))
        return null
      return [
        rowOf(
          halves.map(([one]) => one),
          0,
          isHead,
        ),
        rowOf(
          halves.map(([, one]) => one),
          after,
        ),
      ]
    },
  }
}

const sumOf = (text: readonly Text[]): number => text.reduce((sum, { height }) => sum + height, 0)

/** How long a cell's words and its own lines are when nothing breaks them, in points. */
function measured({ words, widest, natural }: Setting): Measured {
  const scale = cellText / 1000
  const lengths = [0]
  for (const { width, space, ends } of words) {
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + (width + space) * scale
    if (ends) lengths.push(0)
  }
  return { widest: widest * scale, natural: natural * scale, lengths }
}
