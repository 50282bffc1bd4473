import { attrs, html, type Html } from '#platform/html.ts'
import { bar, bars, figure } from './figure.ts'

export type Compared = {
  label: string
  /** Hundredths of a per cent of everybody, 0 to 10,000. */
  whole: number
  /** The same of those compared with them; null where it may not be shown. */
  part: number | null
  /** What the difference is, in words: "7 percentage points fewer". */
  gap: string
}

export type ComparedBarsOptions = {
  id: string
  title: string
  of: string
  wholeTitle: string
  partTitle: string
  rows: readonly Compared[]
}

const barHeight = 16

const percentWords = (hundredths: number) => `${Math.round(hundredths / 100)}%`
// As they are shown: half a point that nobody can read is no gap.
const isFewer = (part: number, whole: number) => Math.round(part / 100) < Math.round(whole / 100)

/**
 * Two shares side by side for each answer: everybody, and those who are compared with them. What is missing or beyond is
 * drawn as a gap of its own, and said.
 */
export function comparedBars({ id, title, of, wholeTitle, partTitle, rows }: ComparedBarsOptions): Html {
  const most = Math.max(1, ...rows.flatMap(({ whole, part }) => [whole, part ?? 0]))
  // What is left of the width is for the figure beside a bar, on a small phone too.
  const width = (share: number) => Math.round((share * 8000) / most) / 100
  const second = barHeight + 4
  const drawn = rows.map(({ label, whole, part, gap }) =>
    bar({
      title: label,
      below: gap,
      height: second + barHeight,
      strip: html`<rect x="0" y="0" width="${width(whole)}%" height="${barHeight}" fill="#b1b4b6"/><text x="${width(whole)}%" dx="8" y="13" font-size="16">${percentWords(whole)}</text>${
        part === null
          ? html`<text x="0" y="${second + 13}" font-size="16">not shown</text>`
          : html`<rect x="0" y="${second}" width="${width(part)}%" height="${barHeight}" fill="#1d4f63"/>${
              isFewer(part, whole)
              && html`<rect x="${width(part)}%" y="${second + 1}" width="${width(whole) - width(part)}%" height="${barHeight - 2}" fill="#ffffff" stroke="#b10e1e" stroke-width="2" stroke-dasharray="5 4"/>`
            }<text class="remit-chart__strong" x="${width(Math.max(whole, part))}%" dx="8" y="${second + 13}" font-size="16" font-weight="700">${percentWords(part)}</text>`
      }`,
    }),
  )
  const shown = (part: number | null) => (part === null ? 'not shown' : percentWords(part))
  const fewer = rows.some(({ whole, part }) => part !== null && isFewer(part, whole))
  return figure({
    title,
    drawing: html`<ul id="${id}" class="remit-key">${keyItem('#b1b4b6', wholeTitle)}${keyItem('#1d4f63', partTitle)}${
      fewer && keyItem('#ffffff', 'Missing, to be as many', '#b10e1e')
    }</ul>${bars(drawn)}`,
    table: {
      head: [of, { text: wholeTitle, format: 'numeric' }, { text: partTitle, format: 'numeric' }, 'Gap'],
      rows: rows.map(({ label, whole, part, gap }) => [
        label,
        { text: percentWords(whole), format: 'numeric' },
        { text: shown(part), format: 'numeric' },
        gap,
      ]),
    },
  })
}

const keyItem = (fill: string, words: string, edge?: string): Html =>
  html`<li class="remit-key__item"><svg width="18" height="18" aria-hidden="true" focusable="false"><rect${attrs({
    x: 1,
    y: 1,
    width: 16,
    height: 16,
    fill,
    stroke: edge ?? fill,
    'stroke-width': 2,
    'stroke-dasharray': edge && '5 4',
  })}/></svg>${words}</li>`
