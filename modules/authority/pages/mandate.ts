import { button, ceilingBar, details, facts, insetText, warningText } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay, within } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { threadPath } from '#platform/thread.ts'
import { listActs } from '../list-acts.ts'
import { powersWords } from '../mandate.ts'
import {
  actPath,
  actsPath,
  holdPath,
  mandatePath,
  mandatesPath,
  newActPath,
  passOnPath,
  postPath,
  recallPath,
  retrospectivePath,
  revokePath,
  whyPath,
} from '../paths.ts'
import { powers } from '../powers.ts'
import { readMandate } from '../read-mandate.ts'
import { decisionMaker, everybody, monitoringOfficer, officer } from '../roles.ts'
import { actTable } from './act-table.ts'
import { underList } from './listing.ts'
import { barAmounts, mandateTable, spanWords, stateTag } from './mandate-table.ts'
import { groundOf, mandateTree, type Answer } from './mandate-tree.ts'

/** What does this mandate allow, where does it come from, and how much of it is left? */
export const mandatePage: Page = {
  path: mandatePath.pattern,
  may: everybody,
  async get(visit) {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.ask(readMandate, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { after, before, order } = visit.query
    const acts = await visit.ask(listActs, { mandate: ref, after, before, order, size: 20 })
    const newest = await visit.ask(listActs, { mandate: ref, size: 6 })
    if (!acts.ok) return { refusal: acts.refusal }
    const answer = outcome.value
    const { mandate, children } = answer
    const address = mandatePath({ ref })
    return {
      view: {
        title: `What the ${mandate.holderTitle} may do under ${ref}`,
        back: mandatesPath(),
        body: html`<span class="govuk-caption-l">Mandate ${ref}</span>
          <h1 class="govuk-heading-l">What the ${mandate.holderTitle} may do</h1>
          <p class="govuk-body">${stateTag(mandate.state)} ${spanWords(mandate)}</p>
          ${inTheWay(answer)} ${insetText({ text: mandate.words })}
          ${mandate.notForThePublic && warningText({ text: 'Amounts of this mandate are withheld from the public. Do not pass them on.', iconFallbackText: 'Warning' })}
          ${actions(visit, answer)} ${grant(answer)}
          <h2 class="govuk-heading-m">How much is left</h2>
          ${left(answer)}
          <h2 class="govuk-heading-m">Where it came from, and where it went</h2>
          ${mandateTree(answer, newest.ok ? newest.value.lines : [])}
          ${
            children.length > 0
            && html`<h2 class="govuk-heading-m">Passed on to others</h2>
              ${mandateTable(children, { caption: `Passed on from ${ref}` })}`
          }
          <h2 class="govuk-heading-m" id="acts">Acts under it</h2>
          ${
            acts.value.count === 0
              ? html`<p class="govuk-body">Nothing has been done under it yet.</p>`
              : html`${actTable(acts.value.lines, {
                    caption: `Acts under ${ref}`,
                    withoutMandate: true,
                    order,
                    sortHref: (by) => `${withQuery(address, { order: by })}#acts`,
                  })}${underList(acts.value, { address, chosen: { order }, many: 'acts' })}
                  <p class="govuk-body">
                    <a class="govuk-link" href="${withQuery(actsPath(), { mandate: ref })}"
                      >Search these acts, or download them</a
                    >
                  </p>`
          }`,
      },
    }
  },
}

const inTheWay = ({ mandate, holds, overdue, day, endedBecause }: Answer): Html =>
  html`${holds
    .filter(({ from, until }) => within(day, from, until))
    .map(({ because, from, hold, stops }) =>
      warningText({
        text: html`Suspended since ${longDay(from)}: ${because}.
        ${stops === null ? 'Nothing can be done under it meanwhile.' : `Meanwhile it cannot be used to ${powersWords(stops)}.`}${
          hold !== null && html` <a class="govuk-link" href="${holdPath({ ref: hold })}">See ${hold}</a>`
        }`,
      }),
    )}${overdue.map(({ act, condition, due }) =>
    warningText({
      text: html`A report on <a class="govuk-link" href="${actPath({ ref: act })}">${act}</a> (${condition}) was due on
        ${longDay(due)}. Until it is given, nothing more can be done.`,
    }),
  )}${
    endedBecause !== null
    && html`<p class="govuk-body">${mandate.state === 'ended' ? 'Ended' : 'It ends'} because ${endedBecause}.</p>`
  }${
    mandate.lapsesOn !== null
    && html`<p class="govuk-body">
      ${mandate.state === 'ended' ? 'It was to be used' : 'It lapses unless it is used'} before
      ${longDay(mandate.lapsesOn)}.
    </p>`
  }`

function actions({ actor }: Visit, { mandate }: Answer): Html {
  const may = (...roles: string[]) => roles.some((role) => actor.roles.includes(role))
  const ended = mandate.state === 'ended'
  return html`<div class="govuk-button-group govuk-!-display-none-print">
    ${!ended && may(officer) && button({ text: 'Record an act under it', href: withQuery(newActPath(), { under: mandate.ref }) })}${
      !ended
      && mandate.mayDelegate
      && may(officer, decisionMaker)
      && button({
        text: 'Pass some of it on',
        href: passOnPath({ ref: mandate.ref }),
        classes: 'govuk-button--secondary',
      })
    }
    ${!ended && mandate.source !== 'scheme' && may(officer, decisionMaker, monitoringOfficer) && html`<a class="govuk-link" href="${revokePath({ ref: mandate.ref })}">Revoke it</a>`}
    ${mandate.source === 'sub-delegation' && may(officer, decisionMaker, monitoringOfficer) && html`<a class="govuk-link" href="${recallPath({ ref: mandate.ref })}">Recall part of it</a>`}
    ${!ended && may(officer) && html`<a class="govuk-link" href="${withQuery(retrospectivePath(), { under: mandate.ref })}">Record what was done before it</a>`}
    <a class="govuk-link" href="${threadPath({ ref: mandate.ref })}">Follow it back to its first ground</a>
    <a
      class="govuk-link"
      href="${withQuery(whyPath(), { post: mandate.holder, power: mandate.powers[0], subject: mandate.scope })}"
      >Ask what it allows</a
    >
  </div>`
}

function grant(answer: Answer): Html {
  const { mandate, conditions, ceilings } = answer
  const from = groundOf(answer)
  return facts({
    rows: [
      {
        key: 'Post',
        value: html`<a class="govuk-link" href="${postPath({ post: mandate.holder })}">${mandate.holderTitle}</a>`,
      },
      {
        key: 'May',
        value: html`<ul class="govuk-list">
          ${mandate.powers.map((power) => html`<li>${powers[power].title}</li>`)}
        </ul>`,
      },
      { key: 'About', value: mandate.scopeTitle },
      {
        key: 'Comes from',
        value: from.href === null ? from.text : html`<a class="govuk-link" href="${from.href}">${from.text}</a>`,
      },
      {
        key: 'Up to',
        value:
          ceilings.length > 1
            ? ceilings.map((one) => `${one.words}, from ${plainDay(one.from)}`)
            : answer.counts === null
              ? answer.countsWords
              : `${answer.countsWords} (${answer.countsFrom})`,
      },
      {
        key: 'Conditions',
        value: conditions.length
          ? conditions.map((one) =>
              one.withinDays === null
                ? one.words
                : `${one.words} (a report is due ${one.withinDays} days after each act)`,
            )
          : 'None',
      },
      {
        key: 'May be passed on',
        value: mandate.mayDelegate ? 'Yes, to another post, and never wider than it is' : 'No',
      },
    ],
  })
}

function left(answer: Answer): Html {
  const { mandate, counts, countsWords, year } = answer
  if (counts === null || mandate.exercised === null)
    return html`<p class="govuk-body">
      ${
        mandate.withheld === 'use'
          ? `Withheld: the value of an act under it is not published, and how much is left would tell it. Its limit is ${countsWords}.`
          : 'Withheld: its ceiling is not published, and so neither is what was done with it in pounds.'
      }
    </p>`
  const amounts = barAmounts({
    ...mandate,
    ceiling: counts.basis === 'no-limit' || counts.pence === null ? null : { basis: counts.basis, pence: counts.pence },
    exercisedThisYear: answer.exercisedThisYear,
    left: answer.left,
  })
  if (amounts)
    return html`${ceilingBar({ ...amounts, id: 'ceiling', title: counts.basis === 'financial-year' ? `Ceiling in ${year}` : 'Ceiling over its whole life', ...(mandate.forecast?.more ? { forecast: mandate.forecast.more } : {}) })}${
      mandate.forecast
      && html`<p class="govuk-body">${mandate.forecast.says}</p>
        ${
          mandate.forecast.working.length > 0
          && details({
            summary: 'Show the working',
            text: html`<ol class="remit-working">
              ${mandate.forecast.working.map((step) => html`<li>${step}</li>`)}
            </ol>`,
          })
        }`
    }`
  const used = `${pounds(mandate.exercised)} has been exercised under it so far`
  return html`<p class="govuk-body">
    ${counts.basis === 'no-limit' ? `It has no limit. ${used}.` : `Each act is measured alone, so nothing is used up: ${countsWords}. ${used}.`}
  </p>`
}
