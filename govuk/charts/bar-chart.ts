import { html, type Html } from '#platform/html.ts'
import { drawing, figure, lines, percent } from './figure.ts'

export type Bar = {
  label: string
  /** Pence, minutes or a count, none below zero. */
  value: bigint | number
  /** The value in words: "£1,200", "14 people". */
  shown: string
  /** Stands out: this council among others, say. */
  marked?: boolean | undefined
}

export type BarChartOptions = {
  id: string
  title: string
  hideTitle?: boolean | undefined
  /** What the bars are of, and what their length is; headings of the table. */
  of: string
  amount: string
  bars: readonly Bar[]
}

const lineHeight = 20
const barHeight = 22
const gap = 16
/** Percentage of the width for the longest bar: what its value leaves of the 290 pixels of a small phone. */
const longest = (bars: readonly Bar[]): bigint => {
  const widest = Math.max(0, ...bars.map(({ shown }) => shown.length)) * 10.5 + 8
  return BigInt(Math.round(Math.max(20, 100 - widest / 2.9)))
}

/** Lengths that can be compared, the longest as wide as there is room for: each under its label, beside its value. */
export function barChart(options: BarChartOptions): Html {
  // Thousandths of a number, so that bars of fractions keep their lengths; a chart is all of one type.
  const values = options.bars.map(({ value }) => (typeof value === 'bigint' ? value : BigInt(Math.round(value * 1000))))
  const most = values.reduce((a, b) => (a > b ? a : b), 0n)
  const share = longest(options.bars)
  let y = 0
  const rows = options.bars.map((bar, at) => {
    const label = lines(bar.label, 34)
    const top = y
    const barTop = top + label.length * lineHeight + 4
    y = barTop + barHeight + gap
    const width = percent((values[at] ?? 0n) * share, most * 100n)
    return html`${label.map(
      (line, number) => html`<text x="0" y="${top + (number + 1) * lineHeight - 4}"
      font-size="16">${line}</text>`,
    )}<rect class="${bar.marked && 'remit-bar--marked'}" x="0" y="${barTop}"
      width="${width}%" height="${barHeight}" fill="${bar.marked ? '#1d4f63' : '#5f7d8c'}"/><text
      class="remit-chart__strong remit-figure" x="${width}%" dx="${width > 0 ? 8 : 0}" y="${barTop + 17}"
      font-size="16" font-weight="700">${bar.shown}</text>`
  })
  const says = options.bars.map(({ label, shown }) => `${label}: ${shown}`).join('; ')
  return figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: drawing({ id: options.id, title: options.title, says, height: Math.max(y - gap, 1) }, html`${rows}`),
    table: {
      head: [options.of, { text: options.amount, format: 'numeric' }],
      rows: options.bars.map(({ label, shown }) => [label, { text: shown, format: 'numeric' }]),
    },
  })
}
