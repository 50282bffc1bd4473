/** The numbers Word draws before paragraphs: they are not in the text, only in word/numbering.xml. */
import { attributeOf, tokens } from './xml.ts'

type Level = { start: number; format: string; text: string }
export type Numberer = { next(id: string, level: number): string }

const ROMAN: readonly [number, string][] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function drawn(value: number, format: string): string {
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((value - 1) % 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format === 'lowerRoman' || format === 'upperRoman') {
    let left = value
    let words = ''
    for (const [size, sign] of ROMAN) {
      while (left >= size && words.length < 12) {
        words += sign
        left -= size
      }
    }
    return format === 'upperRoman' ? words.toUpperCase() : words
  }
  return String(value)
}

/** Reads numbering.xml; without one, every list item is drawn as a bullet. */
export function numbering(xml: string): Numberer {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>()
  let abstract: Map<number, Level> | null = null
  let level: Level | null = null
  let list: { abstract: string; starts: Map<number, number> } | null = null
  let override = 0
  for (const token of tokens(xml)) {
    if (token.kind === 'text') continue
    const value = () => attributeOf(token.attributes, 'w:val') ?? ''
    if (token.name === 'w:abstractNum') {
      abstract = token.closing ? null : new Map()
      if (abstract !== null) abstracts.set(attributeOf(token.attributes, 'w:abstractNumId') ?? '', abstract)
    } else if (token.name === 'w:lvl') {
      level = token.closing ? null : { start: 1, format: 'decimal', text: '' }
      if (level !== null && abstract !== null)
        abstract.set(Number(attributeOf(token.attributes, 'w:ilvl') ?? '0'), level)
    } else if (token.name === 'w:num') {
      list = token.closing || token.selfClosing ? null : { abstract: '', starts: new Map() }
      if (list !== null) lists.set(attributeOf(token.attributes, 'w:numId') ?? '', list)
    } else if (token.name === 'w:abstractNumId' && list !== null && !token.closing) list.abstract = value()
    else if (token.name === 'w:lvlOverride' && !token.closing)
      override = Number(attributeOf(token.attributes, 'w:ilvl') ?? '0')
    else if (token.name === 'w:startOverride' && list !== null && !token.closing)
      list.starts.set(override, Number(value()))
    else if (level !== null && !token.closing) {
      if (token.name === 'w:start') level.start = Number(value()) || 1
      else if (token.name === 'w:numFmt') level.format = value()
      else if (token.name === 'w:lvlText') level.text = value()
    }
  }
  const counts = new Map<string, number[]>()
  return {
    next(id, at) {
      const here = lists.get(id)
      const levels = here === undefined ? undefined : abstracts.get(here.abstract)
      const own = levels?.get(at)
      if (own === undefined || own.format === 'bullet') return '• '
      if (own.format === 'none') return ''
      const count = counts.get(here?.starts.size === 0 ? here.abstract : id) ?? []
      counts.set(here?.starts.size === 0 ? here.abstract : id, count)
      const first = here?.starts.get(at) ?? own.start
      count[at] = (count[at] ?? first - 1) + 1
      count.length = at + 1
      const label = own.text.replace(/%(\d)/g, (_, digit: string) => {
        const other = Number(digit) - 1
        return drawn(count[other] ?? levels?.get(other)?.start ?? 1, levels?.get(other)?.format ?? 'decimal')
      })
      return label === '' ? '' : `${label} `
    },
  }
}
