import { button, facts, insetText, sortableTable, warningText } from '#govuk'
import { daysBetween, longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { threadPath } from '#platform/thread.ts'
import type { z } from 'zod'
import { readHold } from '../hold/list-holds.ts'
import { powersWords } from '../mandate.ts'
import { considerHoldPath, holdPath, holdsPath, mandatePath, postPath, releaseHoldPath } from '../paths.ts'
import { democraticServices, everybody } from '../roles.ts'
import { capital, holdTag, mayIssue, standsWords } from './holds.ts'

type Answer = z.output<NonNullable<typeof readHold.output>>

/** What does this hold freeze, why, and until when? */
export const holdPage: Page = {
  path: holdPath.pattern,
  may: everybody,
  async get(visit) {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.ask(readHold, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { hold } = outcome.value
    const heading = `${hold.running ? 'On hold' : 'Was on hold'}: ${hold.reach}`
    return {
      view: {
        title: `${heading} (${ref})`,
        back: holdsPath(),
        body: html`<span class="govuk-caption-l">${hold.short} ${ref}</span>
          <h1 class="govuk-heading-l">${heading}</h1>
          <p class="govuk-body">${holdTag(hold)} ${standsWords(hold)}</p>
          ${late(visit, outcome.value)}${insetText({ text: hold.reason })}${actions(visit, outcome.value)}
          ${facts({
            rows: [
              { key: 'What it is', value: hold.title },
              {
                key: 'What it stops',
                value: `${capital(hold.stops)}${hold.consent ? '. An act that the s151 officer consents to in writing may go on' : ''}`,
              },
              {
                key: 'What it reaches',
                value:
                  hold.decision === null
                    ? capital(hold.reach)
                    : html`${capital(hold.reach)}.
                        <a class="govuk-link" href="${threadPath({ ref: hold.decision })}">${hold.decision}</a>`,
              },
              { key: 'Issued by', value: `${hold.issuedBy}, ${hold.issuedPost}, on ${longDay(hold.issuedOn)}` },
              hold.consideredOn && {
                key: 'What the meeting resolved',
                value: [hold.consideredSays ?? '', `On ${longDay(hold.consideredOn)}`],
              },
              hold.until && {
                key: 'Released by',
                value: [`${hold.releasedBy ?? ''}, on ${longDay(hold.until)}`, hold.releasedBecause ?? ''],
              },
            ],
          })}
          <h2 class="govuk-heading-m">Its clock</h2>
          ${clock(outcome.value)}
          <h2 class="govuk-heading-m">What it freezes today</h2>
          ${frozen(outcome.value)}`,
      },
    }
  },
}

function late({ today }: Visit, { hold }: Answer): Html | false {
  if (!hold.running || hold.consideredOn || !hold.considerBy) return false
  const left = daysBetween(today, hold.considerBy)
  if (left < 0)
    return warningText({
      text: `It was to be considered by ${longDay(hold.considerBy)}. That was ${-left} ${left === -1 ? 'day' : 'days'} ago and it goes on holding until it is considered and released.`,
    })
  return warningText({
    text:
      left === 0
        ? 'Today is the last day on which a meeting can consider it in time.'
        : `${left} ${left === 1 ? 'day is' : 'days are'} left for a meeting to consider it.`,
  })
}

function actions(visit: Visit, { hold }: Answer): Html | false {
  const mayConsider = mayIssue(visit) || visit.actor.roles.includes(democraticServices)
  if (!hold.running || !mayConsider) return false
  return html`<div class="govuk-button-group govuk-!-display-none-print">
    ${!hold.consideredOn && hold.considerBy && button({ text: 'Record what the meeting resolved', href: considerHoldPath({ ref: hold.ref }) })}${
      mayIssue(visit)
      && button({
        text: 'Release it',
        href: releaseHoldPath({ ref: hold.ref }),
        classes: hold.consideredOn || !hold.considerBy ? '' : 'govuk-button--secondary',
      })
    }
  </div>`
}

const clock = ({ working, releaseWorking, source }: Answer): Html =>
  html`<ol class="govuk-list govuk-list--number">
      ${[...working, ...releaseWorking].map((step) => html`<li>${step}</li>`)}
    </ol>
    <p class="govuk-body-s">${source}</p>`

const frozen = ({ hold, frozen: mandates, frozenCount }: Answer): Html =>
  !hold.running
    ? html`<p class="govuk-body">Nothing: it was released. All stands as it did before.</p>`
    : html`<p class="govuk-body">
          ${
            frozenCount === 0
              ? 'No mandate in effect is frozen whole. An act is refused where its subject or its decision is one that this reaches.'
              : `${frozenCount} ${frozenCount === 1 ? 'mandate' : 'mandates'}, and whatever is granted while it runs${mandates.length < frozenCount ? `; the first ${mandates.length} are shown` : ''}.`
          }
        </p>
        ${
          mandates.length > 0
          && sortableTable({
            caption: 'Mandates that it freezes',
            hideCaption: true,
            columns: [
              { key: 'ref', text: 'Mandate' },
              { key: 'post', text: 'Post' },
              { key: 'may', text: 'May' },
            ],
            rows: mandates.map((one) => [
              html`<a class="govuk-link" href="${mandatePath({ ref: one.ref })}">${one.ref}</a>`,
              html`<a class="govuk-link" href="${postPath({ post: one.holder })}">${one.holderTitle}</a>`,
              powersWords(one.powers),
            ]),
          })
        }`
