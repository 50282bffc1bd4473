import { daysBetween, longDay, plainDay } from '#platform/days.ts'
import { attrs, html, type Html } from '#platform/html.ts'
import { drawing, figure } from './figure.ts'

export type GanttBar = {
  title: string
  /** First day, and first day after it. */
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  /** `given`: what stands already, a contract that runs; `least`: as long as the law asks; `critical`: on the longest way. */
  look: 'planned' | 'critical' | 'least' | 'done' | 'late' | 'given' | 'spare'
  /** Drawn as a lozenge at its end: nothing after it starts before a decision. */
  gate?: boolean | undefined
  /** A word or two beside the days: "late by 9 days", "28 clear days". */
  note?: string | undefined
  /** It starts before a step is over for which it waits: the part of it that lies before that day is drawn apart, and said. */
  tooEarly?: { until: Temporal.PlainDate; words: string } | undefined
  /** The form on which its first day is retyped: given it, a bar may also be dragged there (`assets/timeline.js`). */
  move?: string | undefined
}

export type GanttOptions = {
  id: string
  title: string
  hideTitle?: boolean | undefined
  bars: readonly GanttBar[]
  today?: Temporal.PlainDate | undefined
  /** What that line is called: "Today" unless told, "Closed" for what is over. */
  todayWords?: string | undefined
  /** A day that everything leads to, drawn across: the start of the service. */
  goal?: { day: Temporal.PlainDate; words: string } | undefined
}

const looks: Record<GanttBar['look'], { words: string; fill: string; stroke: string; dash?: string }> = {
  planned: { words: 'Planned', fill: '#5f7d8c', stroke: '#5f7d8c' },
  critical: { words: 'On the longest way', fill: '#1d4f63', stroke: '#1d4f63' },
  least: { words: 'As long as the law asks', fill: '#d5e3ea', stroke: '#1d4f63' },
  done: { words: 'Over', fill: '#b7c1c7', stroke: '#6b7780' },
  late: { words: 'Late', fill: '#b10e1e', stroke: '#b10e1e' },
  given: { words: 'Present contract', fill: '#f0e3c4', stroke: '#7a5c00' },
  spare: { words: 'Option not used', fill: '#ffffff', stroke: '#7a5c00', dash: '4 3' },
}

/** Hollow, so that it is told apart without its colour too. */
const early = { fill: '#ffffff', stroke: '#b10e1e' }

const barHeight = 16
const head = 22

/**
 * A timeline: each step with its name and days, over months; today drawn across it. The names stand beside the bars, on a
 * phone above them: words of the page, which wrap and grow with it. No colour says what a word does not say too.
 */
export function gantt(options: GanttOptions): Html {
  const { bars, today, goal, todayWords = 'Today' } = options
  const days = [...bars.flatMap(({ from, until }) => [from, until]), ...(goal ? [goal.day] : [])]
  const first = days.reduce(
    (a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b),
    days[0] ?? today ?? goal?.day ?? epoch,
  )
  const last = days.reduce((a, b) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b), first)
  const whole = Math.max(1, daysBetween(first, last))
  const at = (on: Temporal.PlainDate): number =>
    Math.min(100, Math.max(0, Math.round((daysBetween(first, on) * 10_000) / whole) / 100))
  const isIn = (on: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(first, on) <= 0 && Temporal.PlainDate.compare(on, last) <= 0
  const months = ticks(first, last)
  // A name is at most this share of a small phone’s width; one that would touch the name before it is left out.
  const nameWidth = 16
  const named = months.reduce<{ tick: Temporal.PlainDate; from: number }[]>((names, tick) => {
    const from = at(tick) < 9 ? at(tick) : at(tick) - nameWidth / 2
    const before = names.at(-1)
    return before && from - before.from < nameWidth ? names : [...names, { tick, from }]
  }, [])

  // The same lines in every row, from its top to its bottom, so that they run on from row to row.
  const down = (on: Temporal.PlainDate, look: Record<string, string | number>) =>
    html`<line${attrs({ x1: `${at(on)}%`, x2: `${at(on)}%`, y1: 0, y2: '100%', ...look })}/>`
  const behind = months.map((tick) => down(tick, { stroke: '#d8dde0', 'stroke-width': 1 }))
  const before = html`${goal && down(goal.day, { stroke: '#00703c', 'stroke-width': 3 })}${
    today && isIn(today) && down(today, { stroke: '#b10e1e', 'stroke-width': 2, 'stroke-dasharray': '5 4' })
  }`
  const row = (bar: GanttBar): Html => {
    const { fill, stroke, dash } = looks[bar.look]
    const x = at(bar.from)
    return html`<div class="remit-gantt__row"><div class="remit-gantt__words"><span
      class="remit-gantt__title">${bar.title}</span> <span class="remit-gantt__days">${daysLine(bar)}</span>${
        bar.tooEarly && html` <strong class="remit-gantt__early">${bar.tooEarly.words}</strong>`
      }</div><div
      class="remit-gantt__strip"><svg width="100%" height="100%" focusable="false">${behind}<svg y="50%" overflow="visible"><g
      transform="translate(0 -${barHeight / 2})"><rect${attrs({
        x: `${Math.min(x, 99.4)}%`,
        y: 0,
        width: `${Math.max(0.6, at(bar.until) - x)}%`,
        height: barHeight,
        fill,
        stroke,
        'stroke-width': 1.5,
        'stroke-dasharray': dash,
        'data-move': bar.move,
        'data-from': bar.move && bar.from.toString(),
        'data-days': bar.move && whole,
      })}/>${bar.tooEarly && earlyPart(x, Math.min(at(bar.tooEarly.until), at(bar.until)))}${
        bar.gate
        && html`<svg x="${at(bar.until)}%" y="-2" width="20" height="20" overflow="visible"><path
          d="M0 0 L10 10 L0 20 L-10 10 Z" fill="#ffffff" stroke="#0b0c0c" stroke-width="2"/></svg>`
      }</g></svg>${before}</svg></div></div>`
  }
  const says = `${bars
    .map((bar) => `${bar.title}: ${daysLine(bar)}${bar.tooEarly ? `, ${bar.tooEarly.words}` : ''}`)
    .join(
      '; ',
    )}.${goal ? ` ${goal.words}: ${longDay(goal.day)}.` : ''}${today ? ` ${todayWords}: ${longDay(today)}.` : ''}`
  const used = [...new Set(bars.map(({ look }) => look))]
  const scale = drawing(
    { id: options.id, title: options.title, says, height: head },
    html`${named.map(
      ({ tick }) =>
        html`<text${attrs({
          x: `${at(tick)}%`,
          y: 14,
          'font-size': 14,
          'text-anchor': at(tick) < 9 ? 'start' : 'middle',
        })}>${tickWords(tick)}</text>`,
    )}`,
  )
  return figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: html`<div class="remit-gantt"><div class="remit-gantt__row"><div
      class="remit-gantt__strip remit-gantt__strip--scale">${scale}</div></div><div aria-hidden="true">${bars.map(row)}</div></div><ul class="remit-key">${used.map(
        (look) => html`<li class="remit-key__item">${swatch(looks[look])}${looks[look].words}</li>`,
      )}${
        bars.some(({ tooEarly }) => tooEarly)
        && html`<li class="remit-key__item">${swatch(early)}Before what it waits for is over</li>`
      }${
        bars.some(({ gate }) => gate)
        && html`<li class="remit-key__item">${html`<svg width="20" height="20" aria-hidden="true" focusable="false"><path d="M10 1 L19 10 L10 19 L1 10 Z" fill="#ffffff" stroke="#0b0c0c" stroke-width="2"/></svg>`}Gate: nothing after it before a decision</li>`
      }${
        today
        && html`<li class="remit-key__item">${ruled('#b10e1e', '5 4')}${todayWords}, ${plainDay(today)}${
          !isIn(today)
          && (Temporal.PlainDate.compare(today, first) < 0 ? ', before all of this' : ', after all of this')
        }</li>`
      }${goal && html`<li class="remit-key__item">${ruled('#00703c')}${goal.words}, ${plainDay(goal.day)}</li>`}</ul>`,
    table: {
      head: ['Step', 'First day', 'Last day', { text: 'Days', format: 'numeric' }, 'Says'],
      rows: bars.map((bar) => [
        bar.title,
        plainDay(bar.from),
        plainDay(lastDay(bar)),
        { text: String(daysBetween(bar.from, bar.until)), format: 'numeric' },
        [
          looks[bar.look].words,
          ...(bar.gate ? ['gate'] : []),
          ...(bar.note ? [bar.note] : []),
          ...(bar.tooEarly ? [bar.tooEarly.words] : []),
        ].join('; '),
      ]),
    },
  })
}

const earlyPart = (from: number, until: number): Html =>
  html`<rect${attrs({
    x: `${Math.min(from, 99.4)}%`,
    y: 0,
    width: `${Math.max(0.6, until - from)}%`,
    height: barHeight,
    ...early,
    'stroke-width': 2.5,
    class: 'remit-gantt__before',
  })}/>`

const epoch = Temporal.PlainDate.from('2000-01-01')

const lastDay = ({ from, until }: GanttBar): Temporal.PlainDate =>
  from.equals(until) ? from : until.subtract({ days: 1 })

/** "1 August to 30 September 2024, over" */
function daysLine(bar: GanttBar): string {
  const last = lastDay(bar)
  const words = bar.from.equals(last)
    ? short(bar.from, true)
    : `${short(bar.from, bar.from.year !== last.year)} to ${short(last, true)}`
  return bar.note ? `${words} · ${bar.note}` : words
}

function short(on: Temporal.PlainDate, withYear: boolean): string {
  const [number = '', month = '', year = ''] = plainDay(on).split(' ')
  return `${number} ${month.slice(0, 3)}${withYear ? ` ${year}` : ''}`
}

/** Firsts of months, so few that their names have room on a phone: at most six. */
function ticks(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const months = Math.max(1, (last.year - first.year) * 12 + last.month - first.month)
  const every = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => months / one <= 5) ?? 240
  const found: Temporal.PlainDate[] = []
  let next = first.with({ day: 1 })
  while ((next.year * 12 + next.month - 1) % Math.min(every, 12) !== 0) next = next.add({ months: 1 })
  for (; Temporal.PlainDate.compare(next, last) < 0; next = next.add({ months: every })) {
    // The last name would stick out where it has less than a tenth of the width before the edge.
    if (Temporal.PlainDate.compare(next, first) >= 0 && daysBetween(next, last) * 10 >= daysBetween(first, last))
      found.push(next)
  }
  return found
}

const tickWords = (on: Temporal.PlainDate): string =>
  `${plainDay(on).split(' ')[1]?.slice(0, 3) ?? ''} ${String(on.year).slice(2)}`

const swatch = ({ fill, stroke, dash }: { fill: string; stroke: string; dash?: string }): Html =>
  html`<svg width="26" height="16" aria-hidden="true" focusable="false"><rect${attrs({
    x: 1,
    y: 1,
    width: 24,
    height: 14,
    fill,
    stroke,
    'stroke-width': 1.5,
    'stroke-dasharray': dash,
  })}/></svg>`

const ruled = (stroke: string, dash?: string): Html =>
  html`<svg width="12" height="18" aria-hidden="true" focusable="false"><line${attrs({
    x1: 6,
    x2: 6,
    y1: 0,
    y2: 18,
    stroke,
    'stroke-width': 3,
    'stroke-dasharray': dash,
  })}/></svg>`
