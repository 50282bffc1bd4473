import {
  actPath,
  amountWithheld,
  ceilingWords,
  mandatePath,
  postPath,
  powers,
  powerWords,
  type Condition,
  type Granted,
} from '#authority'
import { ceilingBar, statusTag, type Tone } from '#govuk'
import { longDay, plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Fallback } from '../fallbacks.ts'

/** What counts for a power where the grant states no ceiling. */
export const fallbackWords = ({ power, limit }: Fallback): string =>
  limit === null
    ? `to ${powerWords(power)}, the post has no limit of its own in the scheme of delegation, so it may spend nothing`
    : `to ${powerWords(power)}, the post’s own limit counts, ${ceilingWords(limit.ceiling)} (scheme of delegation, entry ${limit.entry})`

/** "award a contract, extend a contract and commit money" */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const conditionWords = (condition: Condition): string =>
  condition.kind === 'report-back' ? `${condition.words} (within ${condition.withinDays} days)` : condition.words

const states: Record<Granted['state'], Tone> = {
  'in effect': 'good',
  suspended: 'bad',
  'not yet': 'waiting',
  ended: 'ended',
}
const stateWords: Record<Granted['state'], string> = {
  'in effect': 'In effect',
  suspended: 'Suspended',
  'not yet': 'Not yet in effect',
  ended: 'Ended',
}

/** What a decision gave and an amendment took back before it took effect: it gives nothing, and never did. */
export const neverBegan = ({ from, until }: Pick<Granted, 'from' | 'until'>): boolean =>
  until !== null && Temporal.PlainDate.compare(until, from) <= 0

/** One mandate that a decision gave, or that was passed on from one: who may do what, and how much of it has been used. */
export function grantCard(given: Granted, fallbacks: readonly Fallback[], calledIn: boolean): Html {
  const {
    ref,
    holder,
    holderTitle,
    powers: may,
    scopeTitle,
    from,
    until,
    state,
    mayDelegate,
    conditions,
    parentRef,
  } = given
  const gone = neverBegan(given)
  return html`<div class="govuk-summary-card" id="${ref}">
    <div class="govuk-summary-card__title-wrapper">
      <h3 class="govuk-summary-card__title">${holderTitle}</h3>
      ${calledIn && state !== 'ended' && !gone ? statusTag('Suspended: called in', 'bad') : statusTag(gone ? stateWords.ended : stateWords[state], gone ? 'ended' : states[state])}
    </div>
    <div class="govuk-summary-card__content">
      <p class="govuk-body">
        The <a class="govuk-link" href="${postPath({ post: holder })}">${holderTitle}</a>
        ${gone ? 'would have had the power to' : 'may'} ${listWords(may.map(powerWords))} for
        ${scopeTitle.toLowerCase() === 'everything' ? 'everything the council does' : scopeTitle}, from
        ${longDay(from)}${until && !gone ? ` until ${longDay(until.subtract({ days: 1 }))}` : ''}.${gone && until && ` It ended on ${longDay(until)}, before it took effect, and gives nothing.`}${
          mayDelegate && ' The power may be passed on to another post.'
        }${parentRef && html` Passed on from <a class="govuk-link" href="${mandatePath({ ref: parentRef })}">${parentRef}</a>.`}
      </p>
      ${
        conditions.length > 0
        && html`<p class="govuk-body">On condition of:</p>
          <ul class="govuk-list govuk-list--bullet">
            ${conditions.map((one) => html`<li>${conditionWords(one)}</li>`)}
          </ul>`
      }
      ${!gone && html`${used(given, fallbacks)} ${actsList(given)}`}
      <p class="govuk-body govuk-!-margin-bottom-0">
        <a class="govuk-link" href="${mandatePath({ ref })}">All about mandate ${ref}</a>
      </p>
    </div>
  </div>`
}

function used(
  { ref, ceiling, exercised, exercisedThisYear, passedOn, left, powers: given, withheld }: Granted,
  fallbacks: readonly Fallback[],
): Html {
  if (!given.some((power) => powers[power].valued))
    return html`<p class="govuk-body">It commits no money by itself.</p>`
  if (exercised === null || exercisedThisYear === null || passedOn === null)
    return html`<p class="govuk-body">
      ${
        withheld === 'use' && ceiling !== null
          ? `Up to ${ceilingWords(ceiling)}. How much of it is used is withheld.`
          : 'How much it allows is withheld, and so is how much of it is used.'
      }
    </p>`
  if (ceiling === null) {
    return html`<p class="govuk-body">
      The decision states no limit, and silence is not permission: ${listWords(fallbacks.map(fallbackWords))}. Used so
      far: ${pounds(exercised)}.
    </p>`
  }
  if (ceiling.basis === 'no-limit')
    return html`<p class="govuk-body">
      The decision says that there is no limit. Used so far:
      ${pounds(exercised)}${passedOn > 0n && `; passed on to other posts: ${pounds(passedOn)}`}.
    </p>`
  if (ceiling.basis === 'each-act')
    return html`<p class="govuk-body">
      Up to ${ceilingWords(ceiling)}. Used so far, all acts together: ${pounds(exercised)}.
    </p>`
  const yearly = ceiling.basis === 'financial-year'
  return ceilingBar({
    id: `ceiling-${ref}`,
    title: yearly
      ? `${pounds(ceiling.pence)} in each financial year; this year`
      : `${pounds(ceiling.pence)} over its whole life`,
    granted: ceiling.pence,
    used: yearly ? exercisedThisYear : exercised,
    passedOn,
    left: left ?? 0n,
  })
}

const mostActs = 5

const actsList = ({ acts }: Granted): Html =>
  acts.length === 0
    ? html`<p class="govuk-body">Nothing has been done under it yet.</p>`
    : html`<p class="govuk-body govuk-!-margin-bottom-1">Done under it:</p>
        <ul class="govuk-list">
          ${acts.slice(0, mostActs).map(({ ref, what, value, day, undoneBy }) => html`<li>${shortDay(day)}: <a class="govuk-link" href="${actPath({ ref })}">${what}</a>${value !== 0n && `, ${value === null ? amountWithheld.toLowerCase() : pounds(value)}`}${undoneBy && ` (undone by ${undoneBy})`}</li>`)}${
            acts.length > mostActs && html`<li>and ${acts.length - mostActs} more</li>`
          }
        </ul>`

/** A day in words, from its ISO form. */
export const dayWords = (iso: string): string => plainDay(Temporal.PlainDate.from(iso))
