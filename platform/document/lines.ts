import { directionsOf, visually } from './direction.ts'
import { faceOf, type Face, type Glyph } from './fonts.ts'
import { stretchesOf, tidy, unseen } from './letters.ts'
import type { Run } from './tree.ts'

/** A word joiner: what needs no saying again. */
export const said = '\u2060'

/** Text of one run, one face and one direction, shaped. `level` is its depth of direction: odd is from the right. */
type Piece = {
  text: string
  /** What was written where the text says another thing. */
  written?: string
  lang?: string
  face: Face
  run: number
  level: number
  glyphs: readonly Glyph[]
  /** In thousandths of the size. */
  width: number
  space: boolean
}

/** What may not be parted at the end of a line, with the space after it; `ends` where a line must end here. */
type Word = { pieces: Piece[]; width: number; space: number; ends: boolean }

/** A text, shaped and ready to be broken into lines of any width. */
export type Setting = { words: Word[]; rightward: boolean[]; widest: number; natural: number }

/** A stretch of a line: `x` from its left edge, in thousandths of the size; glyphs as they stand from left to right. */
export type Fragment = Omit<Piece, 'level' | 'space' | 'glyphs'> & { glyphs: Glyph[]; x: number }

/** A line: its fragments as they are read. */
export type Line = { fragments: Fragment[]; ascent: number; descent: number }

/** Yields now and then, so that a long text holds nobody up. */
export type Working<Result> = Generator<undefined, Result, undefined>

// An opening for a line's end is after spaces, after a hyphen between letters, after a dash or a stroke.
const tokens =
  /\n|[ \u200B]+|(?:[^\n \u200B]+?(?:(?<=\p{L})[-\u2010](?=\p{L})|[\u2013\u2014/](?=[^\s/]))|[^\n \u200B]+)/gu

// Chinese and Japanese have no spaces: a line may end at each of their letters, but does not begin with what closes something, nor end
// with what opens it.
const opens = '([“‘（〔［｛《〈「『【'
const closes = ')\\]”’，。、；：？！）〕］｝》〉」』】…％ー・,.;:?!%'
const eastern = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u301B\\uFF01-\\uFF60'
const between = `(?<![\\s${opens.replaceAll('[', '\\[')}])(?:(?<=[${eastern}])(?=\\S)|(?=[${eastern}]))(?![${closes}])`
const tokensWithEastern = new RegExp(`\\n|[ \\u200B]+|[^\\n \\u200B]+?(?=${between}|[\\n \\u200B]|$)`, 'gu')
const parting = new RegExp(between, 'uy')
const mayPart = (text: string, at: number): boolean => {
  parting.lastIndex = at
  return at < text.length && parting.test(text)
}

/** Shapes a text. Each of its own lines has the direction of its first letter that has one. */
export function* settingOf(runs: readonly Run[], strong = false): Working<Setting> {
  const spans = runs.flatMap(({ text, manner }, run) =>
    stretchesOf(tidy(text)).map((one) => ({ ...one, run, bold: strong || manner === 'strong' })),
  )
  const whole = spans.map(({ text }) => text).join('')
  const isEastern = spans.some(({ family }) => family === 'chinese')
  const { levelAt, lines } = directionsOf(whole)
  const words: Word[] = []
  let word: Word = { pieces: [], width: 0, space: 0, ends: false }
  const close = (ends: boolean): void => {
    if (word.pieces.length > 0 || ends) words.push({ ...word, ends })
    word = { pieces: [], width: 0, space: 0, ends: false }
  }
  let start = 0
  let done = 0
  for (const span of spans) {
    const face = faceOf(span.family, span.bold)
    let { written } = span
    for (const [token] of span.text.matchAll(span.family === 'chinese' ? tokensWithEastern : tokens)) {
      if (token === '\n') {
        // Whoever listens or copies gets a space where the eye has a new line.
        const before = word.pieces.at(-1)
        if (before && !before.space && before.written === undefined) {
          const { glyphs, width } = before.face.shape(' ', before.level % 2 === 1)
          word.pieces.push({ ...before, text: ' ', glyphs, width, space: true })
          word.space += width
        }
        close(true)
      } else {
        const space = /^[ \u200B]/u.test(token)
        for (const [text, level] of byLevel(token, start, levelAt)) {
          const seen = text.replaceAll(unseen, '')
          if (seen === '') continue
          const { glyphs, width } = face.shape(seen, level % 2 === 1)
          word.pieces.push({
            text: seen,
            ...(written === undefined ? {} : { written }),
            ...(span.lang === undefined ? {} : { lang: span.lang }),
            face,
            run: span.run,
            level,
            glyphs,
            width,
            space,
          })
          // What was written, if it is another thing, is said once.
          if (written !== undefined) written = said
          if (space) word.space += width
          else word.width += width
        }
        if (space || /[-\u2010\u2013\u2014/]$/u.test(token) || (isEastern && mayPart(whole, start + token.length)))
          close(false)
      }
      start += token.length
      if (++done % 400 === 0) yield
    }
  }
  close(false)
  let natural = 0
  let along = 0
  for (const one of words) {
    natural = Math.max(natural, along + one.width)
    along = one.ends ? 0 : along + one.width + one.space
  }
  return {
    words,
    rightward: lines.map((level) => level % 2 === 1),
    widest: Math.max(0, ...words.slice(0, 2000).map(({ width }) => width)),
    natural,
  }
}

function* byLevel(token: string, start: number, levelAt: (at: number) => number): Generator<[string, number]> {
  let from = 0
  for (let at = 1; at <= token.length; at++) {
    if (at < token.length && levelAt(start + at) === levelAt(start + from)) continue
    yield [token.slice(from, at), levelAt(start + from)]
    from = at
  }
}

/** Breaks a text into lines of a width, in thousandths of the size. No line is wider: what is longer than a line is parted. */
export function* linesOf({ words, rightward }: Setting, wide: number): Working<Line[]> {
  const lines: Line[] = []
  let line: Piece[] = []
  let along = 0
  let paragraph = 0
  const end = (): void => {
    lines.push(lineOf(line, rightward[paragraph] ?? false, wide))
    line = []
    along = 0
  }
  let done = 0
  for (const word of words) {
    if (along + word.width > wide && along > 0) end()
    if (word.width > wide) {
      for (const piece of word.pieces.flatMap((one) => partsOf(one, wide))) {
        if (!piece.space && along + piece.width > wide && along > 0) end()
        line.push(piece)
        along += piece.width
      }
    } else {
      line.push(...word.pieces)
      along += word.width + word.space
    }
    if (word.ends) {
      end()
      paragraph++
    }
    if (++done % 400 === 0) yield
  }
  if (line.length > 0 || lines.length === 0) end()
  return lines
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// A web address breaks after its signs; anything else where it must.
function partsOf(piece: Piece, wide: number): Piece[] {
  if (piece.space || piece.width <= wide) return [piece]
  const parts: Piece[] = []
  const letters = Array.from(graphemes.segment(piece.text), ({ segment }) => segment)
  const set = (text: string) => piece.face.shape(text, piece.level % 2 === 1)
  for (let from = 0; from < letters.length;) {
    let to = from
    for (let width = 0; to < letters.length; to++) {
      width += set(letters[to] ?? '').width
      if (width > wide * 0.98 && to > from) break
    }
    if (to < letters.length) {
      const sign = letters.slice(from, to).findLastIndex((one) => /[-/.?&=_,;:@]/u.test(one))
      if (sign > (to - from) / 2) to = from + sign + 1
    }
    const text = letters.slice(from, to).join('')
    const written = piece.written === undefined ? {} : { written: from === 0 ? piece.written : said }
    parts.push({ ...piece, ...written, text, ...set(text) })
    from = to
  }
  return parts
}

function lineOf(pieces: readonly Piece[], isRightward: boolean, wide: number): Line {
  const base = isRightward ? 1 : 0
  const last = pieces.findLastIndex(({ space }) => !space)
  // The space at the end of a line stands at its end whatever it followed.
  const ordered = pieces.map((piece, at) => (at > last ? { ...piece, level: base } : piece))
  const total = ordered.reduce((sum, { width }) => sum + width, 0)
  const places = new Map<Piece, number>()
  let x = isRightward ? wide - total : 0
  for (const piece of visually(ordered)) {
    places.set(piece, x)
    x += piece.width
  }
  const fragments: Fragment[] = []
  let before: Piece | undefined
  for (const piece of ordered) {
    const at = places.get(piece) ?? 0
    const into = fragments.at(-1)
    if (into && before && joins(before, piece)) {
      const right = piece.level % 2 === 1
      into.text += piece.text
      if (right) into.glyphs.unshift(...piece.glyphs)
      else into.glyphs.push(...piece.glyphs)
      into.x = Math.min(into.x, at)
      into.width += piece.width
    } else {
      const { level: _level, space: _space, ...rest } = piece
      fragments.push({ ...rest, glyphs: [...piece.glyphs], x: at })
    }
    before = piece
  }
  const faces = new Set(ordered.map(({ face }) => face))
  if (faces.size === 0) faces.add(faceOf('text'))
  return {
    fragments,
    ascent: Math.max(...[...faces].map(({ ascent }) => ascent)),
    descent: Math.max(...[...faces].map(({ descent }) => descent)),
  }
}

const joins = (one: Piece, other: Piece): boolean =>
  one.run === other.run
  && one.face === other.face
  && one.level === other.level
  && one.written === undefined
  && other.written === undefined
  && one.lang === other.lang
