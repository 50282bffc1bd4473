import { attrs, classes, html, isPresent, type Html } from '#platform/html.ts'
import { longDay, plainDay, weekdayName } from '#platform/days.ts'
import { figure } from './figure.ts'

export type ClockDay = { day: Temporal.PlainDate; counts: boolean; why: string }

export type CallInTimelineOptions = {
  title?: string | undefined
  hideTitle?: boolean | undefined
  /** Every day from the one on which the rule starts to the last, in order, and why each counts or does not. */
  counted: readonly ClockDay[]
  /** The last on which the decision may be called in, and the first on which it may be acted on. */
  lastDay: Temporal.PlainDate
  effective: Temporal.PlainDate
  /** The time at which the last day ends early: "17:00". */
  closesAt?: string | null | undefined
  /** "Published" unless told: what happened on the first day. */
  startWords?: string | undefined
  /** The clock stopped on this day. */
  calledIn?: Temporal.PlainDate | undefined
  today?: Temporal.PlainDate | undefined
}

type Cell = {
  day: Temporal.PlainDate
  kind: 'start' | 'counted' | 'skipped' | 'waits' | 'effective' | 'stopped'
  words: readonly string[]
  number: number | null
  isLast: boolean
}

/**
 * The call-in clock, day by day: publication, the days that count with their numbers, the days that do not and why, the
 * last day, the day of effect. A week a row where there is room, a list on a phone.
 */
export function callInTimeline(options: CallInTimelineOptions): Html {
  const title = options.title ?? 'The call-in clock, day by day'
  const cells = stoppedOn(options.calledIn, cellsOf(options))
  return figure({
    title,
    hideTitle: options.hideTitle,
    drawing: html`<ol class="remit-clock__days" aria-label="${title}">${cells.map((cell) => shown(cell, options))}</ol>`,
    table: {
      head: ['Day', 'Counts', 'Why'],
      rows: cells.map(({ day, number, words }) => [
        longDay(day),
        number === null ? 'No' : `Day ${number}`,
        words.join('; '),
      ]),
    },
  })
}

function cellsOf({ counted, lastDay, effective, closesAt, startWords = 'Published' }: CallInTimelineOptions): Cell[] {
  let number = 0
  const cells = counted.map(({ day, counts, why }, at): Cell => {
    if (counts) number += 1
    const isLast = day.equals(lastDay)
    const words = [
      at === 0 && startWords,
      !counts && at > 0 && sentence(why),
      isLast && `Last day for call-in${closesAt ? `, until ${closesAt}` : ''}`,
      day.equals(effective) && 'Takes effect',
    ]
    return {
      day,
      kind: day.equals(effective) ? 'effective' : counts ? 'counted' : at === 0 ? 'start' : 'skipped',
      words: words.filter((word) => typeof word === 'string'),
      number: counts ? number : null,
      isLast,
    }
  })
  let next = (counted.at(-1)?.day ?? lastDay).add({ days: 1 })
  while (Temporal.PlainDate.compare(next, effective) <= 0) {
    const arrived = next.equals(effective)
    cells.push({
      day: next,
      kind: arrived ? 'effective' : 'waits',
      words: [arrived ? 'Takes effect' : 'Not yet in effect'],
      number: null,
      isLast: false,
    })
    next = next.add({ days: 1 })
  }
  return cells
}

/** A call-in stops the clock: no day after it counts, and nothing takes effect on the day it would have. */
function stoppedOn(calledIn: Temporal.PlainDate | undefined, cells: readonly Cell[]): readonly Cell[] {
  if (calledIn === undefined) return cells
  return cells.map((cell) => {
    const order = Temporal.PlainDate.compare(cell.day, calledIn)
    if (order < 0) return cell
    if (order === 0) return { ...cell, kind: 'stopped', words: ['Called in: the clock stops'], isLast: false }
    const words =
      cell.kind === 'effective'
        ? ['Would have taken effect']
        : cell.isLast
          ? ['Would have been the last day']
          : ['Does not count']
    return { ...cell, kind: 'waits', words, number: null, isLast: false }
  })
}

function shown({ day, kind, words, number, isLast }: Cell, { today }: CallInTimelineOptions): Html {
  const isToday = today !== undefined && day.equals(today)
  return html`<li${attrs({
    class: classes(
      'remit-clock__day',
      `remit-clock__day--${kind}`,
      `remit-clock__day--weekday-${day.dayOfWeek}`,
      isLast && 'remit-clock__day--last',
      isToday && 'remit-clock__day--today',
    ),
    'aria-current': isToday ? 'date' : undefined,
  })}><time class="remit-clock__date" datetime="${day.toString()}">${shortDay(day)}</time>${
    number !== null
    && html`<span class="remit-clock__number"><span class="govuk-visually-hidden">Day </span>${number}</span>`
  }${words.map((each) => html`<span class="remit-clock__words">${each}</span>`)}${
    isToday && html`<span class="remit-clock__today">Today</span>`
  }</li>`
}

/** "Fri 5 Aug" */
const shortDay = (day: Temporal.PlainDate): string =>
  `${weekdayName(day).slice(0, 3)} ${day.day} ${plainDay(day).split(' ')[1]?.slice(0, 3)}`

/** "a Saturday" as it stands alone: "Saturday". */
const sentence = (why: string): string => {
  const bare = why.replace(/^an? /, '')
  return isPresent(bare) ? bare.charAt(0).toUpperCase() + bare.slice(1) : bare
}
