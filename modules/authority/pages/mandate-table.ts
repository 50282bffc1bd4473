import { ceilingBar, sortableTable, statusTag, type Direction, type Tone } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import { powersWords } from '../mandate.ts'
import { mandatePath, postPath } from '../paths.ts'
import type { MandateLine, MandateState } from '../shapes.ts'

const states: Record<MandateState, { text: string; tone: Tone }> = {
  'in effect': { text: 'In effect', tone: 'good' },
  suspended: { text: 'Suspended', tone: 'bad' },
  'not yet': { text: 'Not yet in effect', tone: 'waiting' },
  ended: { text: 'Ended', tone: 'ended' },
}
export const stateWords = (state: MandateState) => states[state]
export const stateTag = (state: MandateState): Html => statusTag(states[state].text, states[state].tone)

/** "from 13 August 2022", "12 August 2022 to 1 May 2023". */
export const spanWords = ({ from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate | null }): string =>
  until ? `${plainDay(from)} to ${plainDay(until.subtract({ days: 1 }))}` : `from ${plainDay(from)}`

type Options = {
  caption: string
  order?: string | undefined
  sortHref?: ((order: string) => string) | undefined
  withoutPost?: boolean | undefined
}

const orders: Record<string, { key: string; direction: Direction }> = {
  newest: { key: 'ref', direction: 'descending' },
  oldest: { key: 'ref', direction: 'ascending' },
  post: { key: 'post', direction: 'ascending' },
  used: { key: 'used', direction: 'descending' },
  ending: { key: 'state', direction: 'ascending' },
}

/** Mandates in a table, each with how much of its ceiling is left, also as a bar. */
export function mandateTable(
  lines: readonly MandateLine[],
  { caption, order = 'newest', sortHref, withoutPost }: Options,
): Html {
  return html`<div class="remit-lines">
    ${sortableTable({
      caption,
      hideCaption: true,
      columns: [
        { key: 'ref', text: 'Mandate', sorts: true },
        ...(withoutPost ? [] : [{ key: 'post', text: 'Post', sorts: true }]),
        { key: 'powers', text: 'May' },
        { key: 'used', text: 'Ceiling', sorts: true },
        { key: 'state', text: 'State', sorts: true },
      ],
      sortedBy: orders[order],
      sortHref:
        sortHref
        && ((key, direction) =>
          sortHref(
            key === 'ref' ? (direction === 'ascending' ? 'oldest' : 'newest') : key === 'state' ? 'ending' : key,
          )),
      rows: lines.map((line) => [
        html`<a class="govuk-link remit-day" href="${mandatePath({ ref: line.ref })}">${line.ref}</a>`,
        ...(withoutPost
          ? []
          : [html`<a class="govuk-link" href="${postPath({ post: line.holder })}">${line.holderTitle}</a>`]),
        html`${powersWords(line.powers)}<span class="remit-ref">${line.scopeTitle}; ${line.comesFrom}</span>`,
        ceilingCell(line),
        html`${stateTag(line.state)}<span class="remit-ref">${spanWords(line)}</span>`,
      ]),
    })}
  </div>`
}

function ceilingCell(line: MandateLine): Html {
  const amounts = barAmounts(line)
  return html`${line.ceilingWords}${amounts && html`<br />${ceilingBar({ ...amounts, id: `bar-${line.ref}`, title: `Ceiling of ${line.ref}`, compact: true })}<span class="remit-ref">${pounds(amounts.left)} left${line.usedPercent !== null && `, ${line.usedPercent}% used`}${line.forecast?.tooSoon && `. ${line.forecast.says}`}</span>`}${line.notForThePublic && html`<span class="remit-ref">Withheld from the public</span>`}${line.withheld === 'use' && html`<span class="remit-ref">How much is used is withheld</span>`}`
}

/** The amounts of a ceiling that is used up; a limit on each act is not, and has no bar. What was taken back is no longer granted. */
export function barAmounts({
  ceiling,
  exercised,
  exercisedThisYear,
  passedOn,
  recalled,
  left,
}: Pick<MandateLine, 'ceiling' | 'exercised' | 'exercisedThisYear' | 'passedOn' | 'recalled' | 'left'>) {
  if (
    !ceiling
    || ceiling.pence === null
    || left === null
    || recalled === null
    || passedOn === null
    || exercised === null
    || exercisedThisYear === null
    || ceiling.basis === 'each-act'
    || ceiling.basis === 'no-limit'
  )
    return undefined
  return {
    granted: ceiling.pence - recalled,
    used: ceiling.basis === 'financial-year' ? exercisedThisYear : exercised,
    passedOn,
    left,
  }
}
