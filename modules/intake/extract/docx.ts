/**
 * A Word document as lines, read from its XML: a paragraph a line with the number Word would draw, a table row a line with
 * tabs, tick boxes as ☑ and ☐. Of tracked changes the accepted view is read: insertions in, deletions out, and it says so.
 */
import type { Extracted } from './extract.ts'
import { note } from './extract.ts'
import { numbering } from './docx-numbering.ts'
import type { Numberer } from './docx-numbering.ts'
import { attributeOf, tokens } from './xml.ts'
import { unpack } from './zip.ts'

/** The most a part of a document may unpack to. A zip bomb is stopped here, before it is unpacked further. */
export const LARGEST_PART = 64 * 1024 * 1024

export function docxText(bytes: Uint8Array): Extracted {
  const part = unpack(bytes, 'word/document.xml', LARGEST_PART)
  if (!part.ok) {
    const because = {
      missing:
        'This looks like a Word document, but the part that holds its text is missing. Open it in Word, save it again as DOCX and give that.',
      'too-large': `The Word document unpacks to more than ${LARGEST_PART / 1024 / 1024} MB, which no decision record does. It was not opened; give the decision record alone.`,
      encrypted:
        'The Word document is protected by a password. Remove the password in Word, save it and give it again.',
      broken:
        'The Word document is damaged and cannot be unpacked. Open it in Word, save it again as DOCX and give that.',
    }[part.why]
    return { ok: false, because }
  }
  const numbers = unpack(bytes, 'word/numbering.xml', LARGEST_PART / 4)
  const decoder = new TextDecoder()
  const numberer = numbering(numbers.ok ? decoder.decode(numbers.bytes) : '')
  const { text, changes } = documentText(decoder.decode(part.bytes), numberer)
  const findings =
    changes === 0
      ? []
      : [
          note(
            'reading-tracked-changes',
            `The document holds ${changes} tracked change${changes === 1 ? '' : 's'}; it was read as if all were accepted: insertions in, deletions out.`,
            'warning',
          ),
        ]
  return { ok: true, text, findings }
}

/** Word's symbol fonts: which of their characters are ticked boxes, and which empty. */
const TICKED = new Set(['f0fe', 'f0fd', 'f052', 'f054', 'f0fc', '2612', '2611', 'f0fb'])
const EMPTY = new Set(['f0a8', 'f06f', 'f0a3', '2610', 'f071', 'f072'])

type State = {
  lines: string[]
  line: string
  cells: string[] | null
  tables: number
  deleted: number
  changes: number
  num: { id: string; level: number } | null
  inText: boolean
  boxed: number
  field: number
  control: string | null
}

function documentText(xml: string, numberer: Numberer): { text: string; changes: number } {
  const state: State = {
    lines: [],
    line: '',
    cells: null,
    tables: 0,
    deleted: 0,
    changes: 0,
    num: null,
    inText: false,
    boxed: 0,
    field: 0,
    control: null,
  }
  const stackOfCells: { cells: string[] | null; line: string }[] = []
  const endParagraph = () => {
    const label = state.num === null ? '' : numberer.next(state.num.id, state.num.level)
    const words = state.line.trim() === '' ? '' : `${label}${state.line}`
    state.num = null
    state.line = ''
    if (state.cells === null) state.lines.push(words)
    else {
      const last = state.cells.length - 1
      const before = state.cells[last] ?? ''
      state.cells[last] = before === '' ? words : words === '' ? before : `${before}\n${words}`
    }
  }
  for (const token of tokens(xml)) {
    if (token.kind === 'text') {
      if (state.inText && state.deleted === 0 && state.control === null) state.line += token.text
      continue
    }
    const { name, closing, selfClosing } = token
    switch (name) {
      case 'w:t':
        state.inText = !closing && !selfClosing
        break
      case 'w:tab':
        if (!closing && state.deleted === 0 && state.cells === null) state.line += '\t'
        else if (!closing && state.deleted === 0) state.line += ' '
        break
      case 'w:br':
      case 'w:cr':
        if (!closing && state.deleted === 0) state.line += state.cells === null ? '\n' : ' '
        break
      case 'w:noBreakHyphen':
        if (!closing) state.line += '-'
        break
      case 'w:del':
      case 'w:moveFrom':
        // Inside paragraph properties the mark says that the paragraph's end was deleted; it encloses nothing.
        if (selfClosing) break
        state.deleted += closing ? -1 : 1
        if (!closing) state.changes++
        break
      case 'w:ins':
      case 'w:moveTo':
        if (!closing && !selfClosing) state.changes++
        break
      case 'w:sym': {
        const char = attributeOf(token.attributes, 'w:char')?.toLowerCase() ?? ''
        if (!closing && state.deleted === 0) state.line += TICKED.has(char) ? '☑' : EMPTY.has(char) ? '☐' : ''
        break
      }
      case 'w14:checkbox':
        state.boxed = closing ? 0 : 1
        break
      case 'w:checkBox':
        if (!closing && !selfClosing) state.field = 1
        else if (closing) {
          state.line += state.field === 2 ? '☑' : '☐'
          state.field = 0
        }
        break
      case 'w:checked':
      case 'w:default':
        if (
          state.field > 0
          && attributeOf(token.attributes, 'w:val') !== '0'
          && attributeOf(token.attributes, 'w:val') !== 'false'
        )
          state.field = 2
        else if (state.field > 0 && name === 'w:checked') state.field = 1
        break
      case 'w:numId':
        if (!closing) {
          const id = attributeOf(token.attributes, 'w:val') ?? '0'
          state.num = id === '0' ? null : { id, level: state.num?.level ?? 0 }
        }
        break
      case 'w:ilvl':
        if (!closing)
          state.num = { id: state.num?.id ?? '0', level: Number(attributeOf(token.attributes, 'w:val') ?? '0') }
        break
      case 'w:p':
        if (closing) endParagraph()
        break
      case 'w:tr':
        if (!closing) {
          stackOfCells.push({ cells: state.cells, line: state.line })
          state.cells = []
          state.line = ''
        } else {
          const row = state.cells ?? []
          const outer = stackOfCells.pop()
          state.cells = outer?.cells ?? null
          state.line = ''
          const words = rowText(row)
          if (state.cells === null) state.lines.push(words)
          else
            state.cells[state.cells.length - 1] = [state.cells.at(-1) ?? '', words]
              .filter((one) => one !== '')
              .join('\n')
        }
        break
      case 'w:tc':
        if (!closing) state.cells?.push('')
        break
      case 'w:tbl':
        if (closing && state.cells === null) state.lines.push('')
        break
      default:
    }
  }
  if (state.line !== '') endParagraph()
  return { text: state.lines.join('\n'), changes: state.changes }
}

/** A row of data is one line with tabs; a row whose cells hold several paragraphs keeps their lines. */
function rowText(cells: string[]): string {
  const many = cells.some((cell) => cell.split('\n').length > 2 || cell.length > 400)
  if (many) return cells.filter((cell) => cell !== '').join('\n')
  return cells.map((cell) => cell.replaceAll('\n', ' ')).join('\t')
}
