import { button, facts, notificationBanner, statusTag, taskList, type TaskListItem } from '#govuk'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { londonDay } from '#platform/perform.ts'
import { anyone } from '#platform/use-case.ts'
import { consents, contacts, payments } from '../../network.ts'
import { needWords } from '../../pages/members.ts'
import { networkPath } from '../../pages/paths.ts'
import { standingTag, workshopWords } from '../../pages/public.ts'
import {
  doorPath,
  ownConsentsPath,
  ownContactPath,
  ownIssuePath,
  ownLeavePath,
  ownMoneyPath,
  ownNeedsPath,
  ownNewIssuePath,
  ownPath,
  ownPaymentPath,
  ownSeatPath,
  ownWorkshopPath,
} from '../paths.ts'
import { readOwn, type OwnPage, type OwnWorkshop } from '../read-own.ts'
import type { OwnPayment } from '../store.ts'
import { endOwnWays } from '../ways.ts'

export const seenOwn = (visit: Visit) => visit.perform(readOwn, { token: visit.params['token'] })
export const tokenOf = (visit: Visit): string => visit.params['token'] ?? ''

const said: Record<string, string> = {
  answered: 'Thank you. Your answer is with whoever runs the network.',
  saved: 'Saved.',
  moved: 'Saved. We have written to your new address; earlier links no longer work.',
  raised: 'Taken down. You can follow it here.',
  read: 'Thank you. It is written down that you were told.',
}

/** What waits for you, and what is known of you? */
export const ownPage: Page = {
  path: ownPath.pattern,
  may: [anyone],
  counts: { get: 'answer', post: 'answer' },
  async get(visit) {
    const outcome = await seenOwn(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const own = outcome.value
    const { network: n, member: m } = own
    const token = tokenOf(visit)
    const words = said[visit.query['done'] ?? '']
    const waiting = waitingFor(own, token)
    return {
      view: {
        title: 'Your page',
        body: html`${words !== undefined && notificationBanner({ type: 'success', text: html`<p class="govuk-notification-banner__heading">${words}</p>` })}<span
            class="govuk-caption-l"
            >${n.title}</span
          >
          <h1 class="govuk-heading-l">Hello, ${m.name}</h1>
          ${n.closed && html`<div class="govuk-inset-text">The network is closed. You can read what is here; nothing changes any more.</div>`}
          <h2 class="govuk-heading-m">What waits for you</h2>
          ${waiting.length === 0 ? html`<p class="govuk-body">Nothing. You are up to date.</p>` : taskList({ items: waiting })}
          <h2 class="govuk-heading-m">Workshops</h2>
          ${workshopsShown(own, token)}
          <h2 class="govuk-heading-m">What you raised</h2>
          ${
            own.issues.length === 0
              ? html`<p class="govuk-body">Nothing yet.</p>`
              : html`<ul class="govuk-list">
                  ${own.issues.map((one) => html`<li>${standingTag(one.standing)} <a class="govuk-link" href="${ownIssuePath({ token, issue: one.ref })}">${one.says.length > 90 ? `${one.says.slice(0, 90)}…` : one.says}</a></li>`)}
                </ul>`
          }${!n.closed && button({ text: 'Raise something', href: ownNewIssuePath({ token }), classes: 'govuk-button--secondary' })}
          ${
            own.payments.length > 0
            && html`<h2 class="govuk-heading-m">Payments</h2>
              <ul class="govuk-list">
                ${own.payments.map((one) => html`<li><a class="govuk-link" href="${ownPaymentPath({ token, payment: one.payment })}">${pounds(sumOf(one))} for ${one.title}</a>, ${plainDay(one.day)}: ${one.state}</li>`)}
              </ul>`
          }
          <h2 class="govuk-heading-m">What we know of you</h2>
          ${facts({
            rows: [
              {
                key: 'What you need',
                value: [
                  needWords(m.needs) || 'Nothing',
                  ...(m.accessReviewBy ? [`We ask again by ${longDay(m.accessReviewBy)}.`] : []),
                ],
                change: { href: ownNeedsPath({ token }) },
              },
              {
                key: 'How you are reached',
                value: [contacts[m.contactBy], ...[m.email, m.phone, m.postAddress].flatMap((one) => one ?? [])],
                change: { href: ownContactPath({ token }) },
              },
              {
                key: 'What you agree to',
                value: m.consents.length ? m.consents.map((one) => consents[one]) : 'Nothing',
                change: { href: ownConsentsPath({ token }) },
              },
              { key: 'How you are paid', value: payments[m.payment], change: { href: ownMoneyPath({ token }) } },
            ],
          })}
          <p class="govuk-body">
            ${n.hostName ?? 'The council'} runs the network and can see this. Whoever runs a workshop is told what you
            need only where you agree to it.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href="${networkPath({ ref: n.ref })}">The network’s public page</a>
          </p>
          <h2 class="govuk-heading-m">Your link</h2>
          <p class="govuk-body">
            It is good until ${longDay(londonDay(own.until))}. Whoever has it can do what you can do here, so do not
            pass it on.
          </p>
          <form method="post" novalidate>
            ${visit.formFields()}
            <div class="govuk-button-group">
              ${button({ text: 'Make my links and codes worthless', classes: 'govuk-button--secondary', preventDoubleClick: true })}<a
                class="govuk-link"
                href="${ownLeavePath({ token })}"
                >Leave the network</a
              >
            </div>
          </form>`,
      },
    }
  },
  async post(visit, form) {
    const outcome = await visit.perform(endOwnWays, { token: tokenOf(visit) }, form)
    return outcome.ok ? { redirect: doorPath() } : { refusal: outcome.refusal }
  },
}

export const sumOf = ({ fee, expenses, carerCover }: Pick<OwnPayment, 'fee' | 'expenses' | 'carerCover'>): bigint =>
  fee + expenses + carerCover

const unanswered = ({ coming, answer }: OwnWorkshop) => coming && answer === null

function waitingFor({ workshops, payments: offered, issues, seats, needsDue, network }: OwnPage, token: string) {
  if (network.closed) return []
  const todo = { tag: { text: 'To do', classes: 'govuk-tag--blue' } }
  const items: TaskListItem[] = [
    ...workshops
      .filter(unanswered)
      .map((one) => ({
        title: `Are you coming to ${one.title}?`,
        hint: workshopWords(one),
        href: ownWorkshopPath({ token, workshop: one.ref }),
        status: todo,
      })),
    ...offered
      .filter(({ state }) => state === 'offered')
      .map((one) => ({
        title: `Do you accept ${pounds(sumOf(one))} for ${one.title}?`,
        href: ownPaymentPath({ token, payment: one.payment }),
        status: todo,
      })),
    ...issues
      .filter(({ answeredOn, toldOn }) => answeredOn !== null && toldOn === null)
      .map((one) => ({
        title: `There is an answer to what you raised (${one.ref})`,
        href: ownIssuePath({ token, issue: one.ref }),
        status: todo,
      })),
    ...seats
      .filter(({ answer }) => answer === null)
      .map((one) => ({
        title: `Would you like to join: ${one.what}?`,
        href: ownSeatPath({ token, seat: one.seat }),
        status: todo,
      })),
    ...(needsDue ? [{ title: 'Does what you need still hold?', href: ownNeedsPath({ token }), status: todo }] : []),
  ]
  return items
}

function workshopsShown({ workshops }: OwnPage, token: string): Html {
  if (workshops.length === 0) return html`<p class="govuk-body">You have not been invited to one yet.</p>`
  return html`<ul class="govuk-list">
    ${workshops.map(
      (one) =>
        html`<li>
          ${statusOf(one)}
          ${one.coming ? html`<a class="govuk-link" href="${ownWorkshopPath({ token, workshop: one.ref })}">${one.title}</a>` : one.title},
          ${workshopWords(one)}${one.cancelledBecause !== null && html`<br /><span class="remit-quiet">${one.cancelledBecause}</span>`}
        </li>`,
    )}
  </ul>`
}

function statusOf({ state, answer, attended, coming }: OwnWorkshop): Html {
  if (state === 'cancelled') return statusTag('Cancelled', 'bad')
  if (state === 'held') return statusTag(attended ? 'You came' : 'Held', 'ended')
  if (answer === 'yes') return statusTag('You are coming', 'good')
  if (answer === 'no') return statusTag('You are not coming', 'ended')
  return statusTag(coming ? 'Not answered' : 'Over', coming ? 'waiting' : 'ended')
}
