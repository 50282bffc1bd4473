import { attrs, html, type Html } from '#platform/html.ts'
import { bar, bars, figure } from './figure.ts'

export type OptionShown = {
  title: string
  /** Rank among the options, 1 the best; several may share one. */
  rank: number
  /** Weighted points for each criterion, in the criteria's order; the most is the criterion's weight times the best score. */
  points: readonly number[]
  total: number
  /** What it costs in all, in words. */
  cost?: string | undefined
  recommended?: boolean | undefined
}

export type OptionsChartOptions = {
  id: string
  title: string
  hideTitle?: boolean | undefined
  criteria: readonly { title: string; weight: number }[]
  options: readonly OptionShown[]
  /** The most points that an option can have. */
  most: number
}

const shades = [
  '#1d4f63',
  '#5f7d8c',
  '#9db4be',
  '#7a5c00',
  '#c9a94b',
  '#3f6b4f',
  '#8fb59c',
  '#6b4a7a',
  '#b79cc4',
  '#6b7780',
]
const barHeight = 22

/** Options side by side: each bar in parts, one a criterion, as long as the points that it brought. */
export function optionsChart(options: OptionsChartOptions): Html {
  const rows = options.options.map((option) => {
    let x = 0
    const parts = option.points.map((points, at) => {
      const width = options.most === 0 ? 0 : Math.round((points * 10_000) / options.most) / 100
      const from = x
      x += width
      return width === 0
        ? ''
        : html`<rect${attrs({
            x: `${from}%`,
            y: 0,
            width: `${width}%`,
            height: barHeight,
            fill: shades[at % shades.length],
            stroke: '#ffffff',
            'stroke-width': 1,
          })}/>`
    })
    return bar({
      title: `${option.rank}. ${option.title}${option.recommended ? ' (recommended)' : ''}`,
      says: `${option.total} of ${options.most} points${option.cost ? ` · ${option.cost}` : ''}`,
      height: barHeight,
      strip: html`<rect x="0" y="0" width="100%" height="${barHeight}" fill="#f3f2f1"/>${parts}`,
    })
  })
  return figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: html`${bars(rows)}<ul class="remit-key">${options.criteria.map(
      (
        { title, weight },
        at,
      ) => html`<li class="remit-key__item"><svg width="16" height="16" aria-hidden="true" focusable="false"><rect
        width="16" height="16" fill="${shades[at % shades.length]}"/></svg>${title} (${weight}%)</li>`,
    )}</ul>`,
    table: {
      head: [
        'Option',
        ...options.criteria.map(({ title }) => ({ text: title, format: 'numeric' })),
        { text: 'Points', format: 'numeric' },
      ],
      rows: options.options.map(({ title, points, total }) => [
        title,
        ...points.map((one) => ({ text: String(one), format: 'numeric' })),
        { text: String(total), format: 'numeric' },
      ]),
    },
  })
}

export type SensitivityRow = {
  criterion: string
  /** The weight that was given, 0 to 100. */
  weight: number
  /** From which weight to which each option would come first, end to end from 0 to 100; shares of a hundred, as numbers. */
  stretches: readonly { from: number; to: number; first: string; holds: boolean }[]
  says: string
}

/** For each criterion, which option would come first at which weight: dark where the first stays first, striped where not. */
export function sensitivityChart(options: {
  id: string
  title: string
  hideTitle?: boolean | undefined
  rows: readonly SensitivityRow[]
}): Html {
  const rows = options.rows.map((row) =>
    bar({
      title: `${row.criterion}: ${row.weight}%`,
      says: row.says,
      height: barHeight + 10,
      strip: html`${row.stretches.map(
        ({ from, to, holds }) =>
          html`<rect${attrs({
            x: `${from}%`,
            y: 5,
            width: `${Math.max(0.4, to - from)}%`,
            height: barHeight,
            fill: holds ? '#5f7d8c' : '#f0e3c4',
            stroke: holds ? '#1d4f63' : '#7a5c00',
            'stroke-width': 1,
          })}/>`,
      )}<line x1="${row.weight}%" x2="${row.weight}%" y1="0" y2="${barHeight + 10}" stroke="#0b0c0c" stroke-width="3"/>`,
    }),
  )
  return figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: html`${bars(rows)}<ul class="remit-key"><li class="remit-key__item"><svg
      width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" fill="#5f7d8c"/></svg>The same option first</li><li class="remit-key__item"><svg
      width="16" height="16" aria-hidden="true" focusable="false"><rect x="1" y="1" width="14" height="14" fill="#f0e3c4" stroke="#7a5c00"/></svg>Another first</li><li
      class="remit-key__item"><svg width="8" height="18" aria-hidden="true" focusable="false"><line x1="4" x2="4" y1="0" y2="18" stroke="#0b0c0c" stroke-width="3"/></svg>The weight given</li></ul>`,
    table: {
      head: ['Criterion', { text: 'Weight', format: 'numeric' }, 'Who would come first'],
      rows: options.rows.map((row) => [
        row.criterion,
        { text: `${row.weight}%`, format: 'numeric' },
        row.stretches.map(({ from, to, first }) => `${round(from)} to ${round(to)}%: ${first}`).join('; '),
      ]),
    },
  })
}

const round = (share: number): string => String(Math.round(share * 10) / 10)
