import { html, type Html } from '#platform/html.ts'
import type { Span } from '../reading.ts'

/** Words to be marked in a text: `id` to be linked to, `back` leads to what was read from them. */
export type Mark = { at: Span; id: string; back: string | null; label: string }

type Piece = { start: number; end: number; marks: readonly Mark[]; last: boolean }

/** A text is shown whole up to this many characters; of a longer one, what lies around the marks. */
const mostCharacters = 150_000
const around = 1500

/**
 * The text with words marked. Marks may lie within each other or overlap: what overlaps is cut where the other ends, and the
 * rest goes on under a mark of its own without an id. Whatever the text holds, it is text: nothing in it is markup.
 */
export function markedText(text: string, marks: readonly Mark[]): Html {
  const pieces = piecesOf(text, marks)
  const shown = stretches(text, pieces)
  let before = 0
  return html`${shown.map(([from, to]) => {
    const skipped = skippedWords(from - before)
    before = to
    return html`${skipped}${written(
      text,
      from,
      to,
      pieces.filter(({ start, end }) => start >= from && end <= to),
    )}`
  })}${skippedWords(text.length - before)}`
}

const skippedWords = (count: number): Html | null =>
  count > 0
    ? html`<em class="remit-skipped">${count.toLocaleString('en-GB')} characters are not shown here.</em>`
    : null

/** The distinct places in order, the wider before what lies in it. Two values read from the same words share a mark. */
function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const byPlace = new Map<string, Piece & { marks: Mark[] }>()
  for (const mark of marks) {
    const [start, end] = mark.at
    if (start >= end || start < 0 || end > text.length) continue
    const piece = byPlace.get(`${start}-${end}`)
    if (piece) piece.marks.push(mark)
    else byPlace.set(`${start}-${end}`, { start, end, marks: [mark], last: true })
  }
  return [...byPlace.values()].toSorted(inOrder)
}

const inOrder = (one: Piece, other: Piece): number => one.start - other.start || other.end - one.end

function written(text: string, from: number, to: number, pieces: readonly Piece[]): Html {
  const parts: (Html | string)[] = []
  let at = from
  const waiting = [...pieces]
  for (let piece = waiting.shift(); piece; piece = waiting.shift()) {
    const { start, end, marks, last } = piece
    const inside: Piece[] = []
    const after: Piece[] = []
    while (waiting[0] && waiting[0].start < end) {
      const next = waiting.shift()
      if (!next) break
      if (next.end <= end) inside.push(next)
      else {
        inside.push({ ...next, end, last: false })
        // The rest has been linked to already, and carries the way back.
        after.push({ ...next, start: end, marks: next.marks.map((mark) => ({ ...mark, id: '' })) })
      }
    }
    waiting.unshift(...after)
    waiting.sort(inOrder)
    parts.push(text.slice(at, start), markOf(marks, last, written(text, start, end, inside)))
    at = end
  }
  parts.push(text.slice(at, to))
  return html`${parts}`
}

function markOf(marks: readonly Mark[], last: boolean, content: Html): Html {
  const [first, ...others] = marks
  const anchors = others.filter(({ id }) => id !== '').map(({ id }) => html`<span id="${id}"></span>`)
  const back = last ? marks.find((mark) => mark.back !== null) : undefined
  const link =
    back
    && html`<a class="remit-mark__back" href="${back.back}"><span aria-hidden="true">⤶</span><span class="govuk-visually-hidden">Back to ${back.label}</span></a>`
  return first?.id
    ? html`<mark class="remit-mark" id="${first.id}">${anchors}${content}${link}</mark>`
    : html`<mark class="remit-mark">${anchors}${content}${link}</mark>`
}

/** What of a text is shown: all of it, or what lies around the pieces, whole lines where lines are short. */
function stretches(text: string, pieces: readonly Piece[]): Span[] {
  if (text.length <= mostCharacters) return [[0, text.length]]
  const found: Span[] = []
  const wanted: Span[] = [[0, around], ...pieces.map(({ start, end }): Span => [start - around, end + around])]
  for (const [from, to] of wanted) {
    const line = text.lastIndexOf('\n', from)
    const start = Math.max(0, from - line < 500 ? line + 1 : from)
    const last = found.at(-1)
    if (last && start <= last[1]) last[1] = Math.min(text.length, Math.max(last[1], to))
    else found.push([start, Math.min(text.length, to)])
  }
  return found
}
