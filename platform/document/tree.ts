/**
 * A document that knows nothing of pages or files: what a record, a notice or a certificate says, in order. One tree is printed as
 * PDF and as DOCX, so that the two cannot say different things.
 */
export type Document = {
  title: string
  /** Whose document it is: the council. */
  author: string
  subject: string
  /** The day it speaks of. Nothing in a file tells when it was printed, so that the same document gives the same bytes. */
  day: Temporal.PlainDate
  /** BCP 47; British English unless told. */
  lang?: string
  /** At the foot of each page, before the page number: the reference. */
  footer: string
  blocks: readonly Block[]
}

/** Text in one manner. `href` is a whole address, https or http; `lang` is BCP 47, where it is not the document's ("cy"). */
export type Run = { text: string; manner?: 'strong' | 'struck' | 'put-in'; href?: string; lang?: string }

export type Words = string | readonly Run[]

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; runs: readonly Run[]; quiet?: boolean }
  /** Each item with a label of its own, "(a)", or a bullet where it has none. */
  | { kind: 'list'; items: readonly { label: string | null; runs: readonly Run[] }[] }
  /** The first row says what the columns are; it is read out with each cell. So is the first cell of a row where rows have `names`. */
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; names?: true }

const runs = (words: Words): readonly Run[] => (typeof words === 'string' ? [{ text: words }] : words)

/** The parts of a document, to be written one under the other. */
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })

export const paragraph = (words: Words): Block => ({ kind: 'paragraph', runs: runs(words) })

/** Small print, for what explains the rest. */
export const quietly = (words: Words): Block => ({ kind: 'paragraph', runs: runs(words), quiet: true })

/** A fact on a line of its own: "Publication date: 05/08/2022", "Is Key decision? Yes". */
export const fact = (label: string, words: Words): Block => ({
  kind: 'paragraph',
  runs: [{ text: `${label}${label.endsWith('?') ? '' : ':'} `, manner: 'strong' }, ...runs(words)],
})

/** A text as it was written, its paragraphs kept. */
export const prose = (text: string): Block[] =>
  text
    .split(/\n+/u)
    .filter((one) => one.trim() !== '')
    .map((one) => paragraph(one.trim()))

export const list = (items: readonly (Words | { label: string | null; words: Words })[]): Block => ({
  kind: 'list',
  items: items.map((item) =>
    typeof item === 'object' && 'words' in item
      ? { label: item.label, runs: runs(item.words) }
      : { label: null, runs: runs(item) },
  ),
})

/** A table; `hasNames` where the first cell of each row says what the row is about. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[], hasNames = false): Block => ({
  kind: 'table',
  head,
  rows,
  ...(hasNames ? { names: true } : {}),
})

/** The same blocks with no level of heading skipped: it begins at 1 and goes down by one. A reader who moves by headings relies on it. */
export function levelled(blocks: readonly Block[]): Block[] {
  let before = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const level = Math.min(block.level, before + 1)
    before = level
    return { ...block, level: level === 1 ? 1 : level === 2 ? 2 : 3 }
  })
}

/** The text of a document without its layout, block by block: what its PDF and DOCX are compared with. */
export function textOf({ blocks }: Pick<Document, 'blocks'>): string {
  const line = (of: readonly Run[]) => of.map(({ text }) => text).join('')
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return block.text
        case 'paragraph':
          return line(block.runs)
        case 'list':
          return block.items.map(({ label, runs: of }) => `${label === null ? '' : `${label} `}${line(of)}`).join('\n')
        case 'table':
          return [block.head, ...block.rows].map((cells) => cells.join('\t')).join('\n')
      }
    })
    .join('\n\n')
}
