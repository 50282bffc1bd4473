import { daysBetween, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { bar, bars, figure } from './figure.ts'

export type SlippageRow = {
  label: string
  /** When it was first due, and when it is due now. */
  first: Temporal.PlainDate
  now: Temporal.PlainDate
  /** How often its day moved. */
  moves: number
}

export type SlippageOptions = {
  id: string
  title: string
  hideTitle?: boolean | undefined
  /** Heading of the first column of the table; "Matter" unless told. */
  at?: string | undefined
  rows: readonly SlippageRow[]
}

const track = 22

/** How many days later something is, in words. */
export const slipWords = (days: number): string =>
  days === 0
    ? 'on its first day'
    : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`

/**
 * How far plans have moved from the day that they were first given: a ring where it was, a disc where it is, a line between,
 * all on one scale of days.
 */
export function slippageChart({ id, title, hideTitle, at = 'Matter', rows }: SlippageOptions): Html {
  const all = rows.flatMap(({ first, now }) => [first, now])
  const earliest = all.reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b))
  const latest = all.reduce((a, b) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b))
  const span = Math.max(1, daysBetween(earliest, latest))
  // Discs stay whole at either end, and words after the last of them find room below.
  const across = (on: Temporal.PlainDate): number =>
    Math.round((3 + (94 * daysBetween(earliest, on)) / span) * 100) / 100
  const middle = track / 2
  const drawn = rows.map(({ label, first, now }) => {
    const slip = daysBetween(first, now)
    const [left, right] = [Math.min(across(first), across(now)), Math.max(across(first), across(now))]
    return bar({
      title: label,
      below: `${shortDay(now)}, ${slipWords(slip)}`,
      height: track,
      strip: html`<line x1="3%" x2="97%" y1="${middle}" y2="${middle}" stroke="#b1b4b6" stroke-width="1"/><line x1="${left}%" x2="${right}%" y1="${middle}" y2="${middle}"
      stroke="${slip > 0 ? '#9c2c13' : '#1d4f63'}" stroke-width="4"/><circle cx="${across(first)}%" cy="${middle}" r="7" fill="#ffffff" stroke="#1d4f63" stroke-width="3"/><circle
      cx="${across(now)}%" cy="${middle}" r="${slip === 0 ? 3 : 7}" fill="${slip > 0 ? '#9c2c13' : '#1d4f63'}"/>`,
    })
  })
  return figure({
    title,
    hideTitle,
    drawing: html`<div id="${id}">${bars(drawn)}</div>`,
    table: {
      head: [at, 'First due', 'Due', 'Moved', { text: 'Days', format: 'numeric' }],
      rows: rows.map(({ label, first, now, moves }) => [
        label,
        shortDay(first),
        shortDay(now),
        `${moves} ${moves === 1 ? 'time' : 'times'}`,
        { text: String(daysBetween(first, now)), format: 'numeric' },
      ]),
    },
  })
}
