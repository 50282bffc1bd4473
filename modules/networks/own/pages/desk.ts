import { button, facts, pager, sortableTable, statusTag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { londonDay } from '#platform/perform.ts'
import { contacts } from '../../network.ts'
import { formPage } from '../../pages/form-page.ts'
import { backToMember, seenMember } from '../../pages/members.ts'
import { memberPath, runPath } from '../../pages/paths.ts'
import { doneBanner } from '../../pages/run.ts'
import { runners } from '../../the-network.ts'
import { listToTell, noteTold, viewToTell } from '../notices.ts'
import { doorPath, endWaysPath, letterPath, tellPath, toTellPath } from '../paths.ts'
import { noticeKinds, type Notice } from '../store.ts'
import { endWays, sendLink, writePaperLetter } from '../ways.ts'

type Waiting = Notice & { sentAt: Temporal.Instant | null; trouble: string | null }

/** How it is told, and what stands in the way. */
function howTold({ way, agreed, letter, sentAt, trouble }: Waiting): string {
  if (letter !== null) {
    if (sentAt) return `The letter went on ${longDay(londonDay(sentAt))}`
    return trouble === null ? 'The letter has not gone yet' : `The letter does not go: ${trouble}`
  }
  return agreed ? contacts[way] : 'Has not agreed to letters: tell them when you next speak'
}

/** What are members still to be told? */
export const toTellPage: Page = {
  path: toTellPath.pattern,
  may: runners,
  async get(visit) {
    const outcome = await visit.ask(listToTell, { ref: visit.params['ref'], after: visit.query['after'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { network, notices, next } = outcome.value
    const { ref } = network
    return {
      view: {
        title: 'To be told',
        back: runPath({ ref }),
        wide: true,
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${network.title}</span>
          <h1 class="govuk-heading-l">To be told</h1>
          <p class="govuk-body">
            Letters by e-mail go out by themselves and are noted as told on the day on which they went. The others are
            yours to tell: by telephone, by post, or when you meet.
          </p>
          ${
            notices.length === 0
              ? html`<p class="govuk-body">Nobody is to be told anything.</p>`
              : sortableTable({
                  caption: 'To be told',
                  hideCaption: true,
                  columns: [
                    { key: 'who', text: 'Who' },
                    { key: 'what', text: 'What' },
                    { key: 'how', text: 'How' },
                    { key: 'since', text: 'Since' },
                  ],
                  rows: notices.map((one) => [
                    html`<a class="govuk-link" href="${memberPath({ ref, member: one.member })}">${one.name}</a>`,
                    html`<a class="govuk-link" href="${tellPath({ ref, notice: one.notice })}"
                        >${noticeKinds[one.kind]}<span class="govuk-visually-hidden"> for ${one.name}</span></a
                      >
                      <span class="remit-quiet">${one.about}</span>`,
                    howTold(one),
                    plainDay(one.writtenOn),
                  ]),
                })
          }${pager({ label: 'To be told', next: next === null ? undefined : withQuery(toTellPath({ ref }), { after: next }) })}`,
      },
    }
  },
}

/** Was this member told, and how? */
export const tellPage: Page = formPage({
  path: tellPath,
  may: runners,
  does: noteTold,
  button: 'They were told',
  seen: (visit) => visit.ask(viewToTell, { ref: visit.params['ref'], notice: visit.params['notice'] }),
  heading: ({ notice }) => notice.subject,
  caption: ({ notice }) => notice.name,
  lead: ({ network, notice }) =>
    html`${notice.body.split(/\n+/u).map((line) => html`<p class="govuk-body">${line}</p>`)}
    ${notice.toldOn ? html`<p class="govuk-body">${statusTag('Told', 'good')} on ${longDay(notice.toldOn)}: ${notice.toldHow}</p>` : html`<p class="govuk-body"><a class="govuk-link" href="${withQuery(letterPath({ ref: network.ref, member: notice.member }), { notice: notice.notice })}">Print it as a letter with a code</a></p>`}`,
  fields: (ask) => [
    ask.input({ name: 'how', label: 'How were they told?', hint: 'For example: by telephone, by post' }),
  ],
  read: ({ values }, { params }) => ({ input: { ...params, how: values['how'] }, wrong: {} }),
  back: (_, { network }) => toTellPath({ ref: network.ref }),
  leadsTo: (_, { network }) => `${toTellPath({ ref: network.ref })}?done=saved`,
})

/** A letter on paper with a code, printed here and nowhere else: the code is shown once. */
export const letterPage: Page = {
  path: letterPath.pattern,
  may: runners,
  async get(visit) {
    const seen = await seenMember(visit)
    if (!seen.ok) return { refusal: seen.refusal }
    const { member, network } = seen.value
    return {
      view: {
        title: 'A letter with a code',
        back: backToMember(visit),
        body: html`<span class="govuk-caption-l">${network.title}</span>
          <h1 class="govuk-heading-l">A letter with a code for ${member.name}</h1>
          <p class="govuk-body">
            For somebody who has no e-mail. With the code they come to their own page and can answer, change what you
            know of them, raise something, or leave. It is good for 90 days.
          </p>
          <p class="govuk-body">
            The code is shown once, to be printed. It is kept nowhere that it could be read from.
          </p>
          <form method="post" novalidate>
            ${visit.formFields()}${button({ text: 'Make the letter', preventDoubleClick: true })}
          </form>`,
      },
    }
  },
  async post(visit) {
    const notice = visit.query['notice'] ?? null
    // Without the form's own key: what is remembered under one is kept, and this answer is a secret.
    const outcome = await visit.perform(writePaperLetter, {
      ref: visit.params['ref'],
      member: visit.params['member'],
      notice,
    })
    return outcome.ok ? letter(visit, outcome.value) : { refusal: outcome.refusal }
  },
}

type Made = {
  code: string
  until: Temporal.Instant
  name: string
  postAddress: string | null
  network: string
  about: { subject: string; body: string } | null
}

function letter(visit: Visit, { code, until, name, postAddress, network, about }: Made): Reply {
  const prose = (text: string) => text.split(/\n+/u).map((line) => html`<p class="govuk-body">${line}</p>`)
  return {
    view: {
      title: 'The letter',
      back: backToMember(visit),
      body: html`<p class="govuk-body govuk-!-display-none-print">Print this page now: the code is not shown again.</p>
        <p class="govuk-body">
          ${name}${postAddress !== null && postAddress.split('\n').map((line) => html`<br />${line}`)}
        </p>
        <p class="govuk-body">${longDay(visit.today)}</p>
        <h1 class="govuk-heading-l">${about?.subject ?? network}</h1>
        <p class="govuk-body">Dear ${name},</p>
        ${about ? prose(about.body) : html`<p class="govuk-body">You are a member of ${network}. On your own page you can see what you are invited to and answer, say what you need, raise something, or leave.</p>`}
        ${facts({
          rows: [
            { key: 'Your page', value: `${visit.origin}${doorPath()}` },
            { key: 'Your code', value: html`<strong class="govuk-!-font-size-27">${code}</strong>` },
            { key: 'Good until', value: longDay(londonDay(until)) },
          ],
        })}
        <p class="govuk-body">
          The code is yours alone. If you would rather not use a computer, tell us your answer and we write it down for
          you.
        </p>`,
    },
  }
}

/** Do you want to take their links and codes back, or send a new one? */
export const endWaysPage: Page = {
  path: endWaysPath.pattern,
  may: runners,
  async get(visit) {
    const seen = await seenMember(visit)
    if (!seen.ok) return { refusal: seen.refusal }
    const { member, network, ways } = seen.value
    return {
      view: {
        title: 'Links and codes',
        back: backToMember(visit),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${network.title}</span>
          <h1 class="govuk-heading-l">Links and codes of ${member.name}</h1>
          ${
            ways.length === 0
              ? html`<p class="govuk-body">None is good at the moment.</p>`
              : html`<ul class="govuk-list govuk-list--bullet">
                  ${ways.map((one) => html`<li>${one.kind === 'link' ? 'A link' : 'A code'}, good until ${longDay(londonDay(one.until))}</li>`)}
                </ul>`
          }
          <form method="post" novalidate>
            ${visit.formFields()}
            <div class="govuk-button-group">
              ${member.email !== null && button({ text: 'Send a new link', name: 'what', value: 'send', classes: 'govuk-button--secondary' })}${button({ text: 'Take all of them back', name: 'what', value: 'end', classes: 'govuk-button--warning' })}
            </div>
          </form>`,
      },
    }
  },
  async post(visit, form) {
    const { ref = '', member = '' } = visit.params
    const outcome = await visit.perform(form.values['what'] === 'send' ? sendLink : endWays, { ref, member }, form)
    return outcome.ok ? { redirect: `${endWaysPath({ ref, member })}?done=saved` } : { refusal: outcome.refusal }
  },
}
