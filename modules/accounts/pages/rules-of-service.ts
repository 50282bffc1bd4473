import { administrator } from '#authority'
import { asking, button, facts, questionPage, sortableTable } from '#govuk'
import { mailWords, usualMail } from '#platform/deliver-mail.ts'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { mailServicePath, peoplePath, sessionRulePath } from '../paths.ts'
import { readMailService, readSessionRule } from '../read-settings.ts'
import { sendAgain } from '../send-again.ts'
import { setMailRule } from '../set-mail-rule.ts'
import { setSessionRule } from '../set-session-rule.ts'
import { doneBanner } from './done-banner.ts'
import { momentWords } from './moments.ts'

/** The day of a form, as the use case takes it: what is no day is left for it to refuse. */
const dayOf = ({ values }: Form): Temporal.PlainDate | string | null => {
  const read = typedDay(values, 'from')
  return read === null ? null : 'value' in read ? read.value : 'no day'
}

const errorsOf = (outcome: Outcome<unknown> | null) => (outcome && !outcome.ok ? outcome.refusal.fields : {})

/** How long do people stay signed in? */
export const sessionRulePage: Page = {
  path: sessionRulePath.pattern,
  may: [administrator],
  get: (visit) => showSessions(visit, null, null),
  post: async (visit, form) => {
    const { idleMinutes, longestHours } = form.values
    const outcome = await visit.perform(setSessionRule, { idleMinutes, longestHours, from: dayOf(form) }, form)
    return outcome.ok ? { redirect: `${sessionRulePath()}?done=set` } : showSessions(visit, form, outcome)
  },
}

async function showSessions(visit: Visit, form: Form | null, outcome: Outcome<unknown> | null): Promise<Reply> {
  const read = await visit.ask(readSessionRule, {})
  if (!read.ok) return { refusal: read.refusal }
  const { idleMinutes, longestHours } = read.value.now?.value ?? read.value.usual
  const values = form?.values ?? {
    idleMinutes: String(idleMinutes),
    longestHours: String(longestHours),
    ...dayBoxes('from', visit.today),
  }
  const ask = asking({ values, errors: errorsOf(outcome) })
  return {
    status: outcome ? 422 : 200,
    view: {
      title: 'How long do people stay signed in?',
      back: peoplePath(),
      hasErrors: outcome !== null,
      body: html`${doneBanner(visit)}${questionPage({
        ask,
        heading: 'How long do people stay signed in?',
        lead: html`<p class="govuk-body">
          ${
            read.value.now
              ? `Set by ${read.value.now.setBy}, from ${longDay(read.value.now.from)}.`
              : 'The council has not chosen: these are the usual times.'
          }
          Shorter times count for everybody who is signed in already.
        </p>`,
        fields: [
          ask.input({
            name: 'idleMinutes',
            label: 'Minutes without a page',
            hint: 'After so long, whoever left their desk is signed out.',
            inputmode: 'numeric',
            classes: 'govuk-input--width-4',
          }),
          ask.input({
            name: 'longestHours',
            label: 'Hours at most',
            hint: 'After so long, everybody signs in again.',
            inputmode: 'numeric',
            classes: 'govuk-input--width-4',
          }),
          ask.dateInput({ name: 'from', legend: 'From which day on?' }),
        ],
        hidden: visit.formFields(),
        buttonText: 'Set the times',
        cancel: { text: 'Cancel', href: peoplePath() },
      })}`,
    },
  }
}

/** Does mail leave the house? */
export const mailServicePage: Page = {
  path: mailServicePath.pattern,
  may: [administrator],
  get: (visit) => showMail(visit, null, null),
  post: async (visit, form) => {
    const { letter, sends, template } = form.values
    if (letter !== undefined) {
      const again = await visit.perform(sendAgain, { letter }, form)
      return again.ok ? { redirect: `${mailServicePath()}?done=again` } : { refusal: again.refusal }
    }
    const outcome = await visit.perform(setMailRule, { sends, template, from: dayOf(form) }, form)
    return outcome.ok ? { redirect: `${mailServicePath()}?done=set` } : showMail(visit, form, outcome)
  },
}

async function showMail(visit: Visit, form: Form | null, outcome: Outcome<unknown> | null): Promise<Reply> {
  const read = await visit.ask(readMailService, {})
  if (!read.ok) return { refusal: read.refusal }
  const { now, counts, troubled } = read.value
  const { sends, template } = now?.value ?? usualMail
  const values = form?.values ?? {
    sends: sends ? 'yes' : 'no',
    template: template ?? undefined,
    ...dayBoxes('from', visit.today),
  }
  const ask = asking({ values, errors: errorsOf(outcome) })
  return {
    status: outcome ? 422 : 200,
    view: {
      title: 'How mail is carried',
      back: peoplePath(),
      hasErrors: outcome !== null,
      body: html`${doneBanner(visit)}${questionPage({
        ask,
        heading: 'How mail is carried',
        lead: html`<p class="govuk-body">
            ${mailWords(visit.council, visit.house.outside?.mail ?? null, { sends, template })}
          </p>
          ${facts({
            rows: [
              { key: 'Sent', value: counts.sent },
              { key: 'On their way', value: counts.waiting },
              { key: 'Given up', value: counts.givenUp },
            ],
          })}
          <h2 class="govuk-heading-m">Choose</h2>`,
        fields: [
          ask.radios({
            name: 'sends',
            legend: 'Do letters leave the house?',
            items: [
              { value: 'yes', text: 'Yes, by GOV.UK Notify' },
              { value: 'no', text: 'No, people read them here' },
            ],
          }),
          ask.input({
            name: 'template',
            label: 'Template',
            hint: 'The identifier of a template of the council’s own at GOV.UK Notify, with places for subject and body. Leave it empty for the one of this server.',
            spellcheck: false,
          }),
          ask.dateInput({ name: 'from', legend: 'From which day on?' }),
        ],
        hidden: visit.formFields(),
        buttonText: 'Set this',
        cancel: { text: 'Cancel', href: peoplePath() },
      })}${troubled.length > 0 && troubledTable(visit, troubled)}`,
    },
  }
}

type Troubled = Extract<Awaited<ReturnType<typeof readMailService.run>>, { ok: true }>['value']['troubled']

const troubledTable = (visit: Visit, troubled: Troubled): Html =>
  html`<h2 class="govuk-heading-m">Letters that something stands in the way of</h2>
    <form method="post" action="${mailServicePath()}" novalidate>
      ${visit.formFields()}${sortableTable({
        caption: 'Letters that something stands in the way of',
        hideCaption: true,
        columns: [
          { key: 'subject', text: 'Letter' },
          { key: 'to', text: 'To' },
          { key: 'trouble', text: 'What stands in the way' },
          { key: 'now', text: 'And now' },
        ],
        rows: troubled.map(({ id, subject, to, at, trouble, tries, givenUpAt }) => [
          html`${subject}<span class="remit-ref">${momentWords(at)}</span>`,
          to,
          html`${trouble}<span class="remit-ref">${tries} ${tries === 1 ? 'try' : 'tries'}</span>`,
          givenUpAt === null
            ? 'It is tried again'
            : button({
                text: html`Send it again<span class="govuk-visually-hidden">: ${subject} to ${to}</span>`,
                name: 'letter',
                value: id,
                classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
                preventDoubleClick: true,
              }),
        ]),
      })}
    </form>`
