import { democraticServices } from '#authority'
import { asking, button, facts, pager, refusalPanel, select, statusTag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { anyone, type Refusal, type Answer } from '#platform/use-case.ts'
import { decisionPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { clearDayRuleWords } from '#authority'
import { noticeKinds, noticeLaw, noticeWords, onceRun } from '../notice.ts'
import { noticePath, noticesPath, planPath, representationsPath, withdrawNoticePath } from '../paths.ts'
import { listNotices, viewNotice } from '../queries.ts'
import { represent } from '../represent.ts'

type Seen = Answer<typeof viewNotice>

/** What does this notice say? */
export const noticePage: Page = {
  path: noticePath.pattern,
  may: [anyone],
  remembered: true,
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(
      represent,
      { ref, name: form.values['name'], words: form.values['words'] },
      form,
    )
    return outcome.ok ? { redirect: `${noticePath({ ref })}?done=received` } : show(visit, form, outcome.refusal)
  },
}

async function show(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await visit.ask(viewNotice, { ref: visit.params['ref'] })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const { notice: n } = seen
  return {
    status: form ? 422 : 200,
    view: {
      title: `${noticeWords[n.kind]}: ${n.matter}`,
      back: noticesPath(),
      hasErrors: form !== null,
      body: html`${visit.query['done'] === 'received' && html`<div class="govuk-inset-text">What you wrote was received. It is published with the council’s answer, without your name.</div>`}
        <span class="govuk-caption-l">${noticeWords[n.kind]} · ${n.ref}</span>
        <h1 class="govuk-heading-l">${n.matter}</h1>
        ${standing(n)}
        ${facts({
          rows: [
            ...n.content.map(({ letter, key, words }) => ({
              key: letter === undefined ? key : `(${letter}) ${key}`,
              value: words.length === 1 ? prose(words[0] ?? '') : words.map((one) => html`${one}`),
            })),
            { key: 'Given', value: `${longDay(n.givenOn)}, by ${n.givenBy}` },
            ...(n.elsewhere
              ? [
                  {
                    key: 'Given elsewhere',
                    value: html`${n.elsewhere.address !== null && html`<a class="govuk-link" href="${n.elsewhere.address}" rel="nofollow noopener">${n.elsewhere.address}</a>, `}recorded
                    here on ${longDay(Temporal.PlainDate.from(n.elsewhere.recordedOn))}`,
                  },
                ]
              : []),
            ...(n.rule
              ? [
                  {
                    key: 'Days',
                    value: `${clearDayRuleWords(n.rule)} (${n.ruleSource ?? ''}): ${onceRun(n.kind)} ${longDay(n.earliest)}`,
                  },
                ]
              : []),
            {
              key: 'Law',
              value: html`<a
                class="govuk-link"
                href="https://www.legislation.gov.uk/uksi/2012/2089/regulation/${noticeLaw[n.kind].replace(/\D*(\d+).*/u, '$1')}"
                >SI 2012/2089, ${noticeLaw[n.kind]}</a
              >`,
            },
            ...(n.replaces === null
              ? []
              : [
                  {
                    key: 'In place of',
                    value: html`<a class="govuk-link" href="${noticePath({ ref: n.replaces })}">${n.replaces}</a>`,
                  },
                ]),
            ...(seen.decisionRef === null
              ? []
              : [
                  {
                    key: 'Decided',
                    value: html`<a class="govuk-link" href="${decisionPath({ ref: seen.decisionRef })}"
                      >${seen.decisionRef}</a
                    >`,
                  },
                ]),
          ],
        })}
        ${n.kind === 'private-meeting' && n.endedOn === null && sayWhy(visit, form, refusal)}${desk(visit, seen)}`,
    },
  }
}

function standing({ endedOn, replacedBy, withdrawnBecause, elsewhere }: Seen['notice']): Html {
  if (!endedOn)
    return html`<p class="govuk-body">
      ${statusTag('Stands', 'good')}${elsewhere && html` ${statusTag('Given elsewhere', 'information')}`}
    </p>`
  return html`<p class="govuk-body">${statusTag(replacedBy ? 'Replaced' : 'Withdrawn', 'ended')}</p>
    <div class="govuk-inset-text">
      ${
        replacedBy
          ? html`On ${longDay(endedOn)} another took its place:
              <a class="govuk-link" href="${noticePath({ ref: replacedBy })}">${replacedBy}</a>.`
          : `Withdrawn on ${longDay(endedOn)}: ${withdrawnBecause ?? ''}`
      }
    </div>`
}

function sayWhy(visit: Visit, form: Form | null, refusal: Refusal | null): Html {
  const ask = asking({ values: form?.values, errors: refusal?.fields ?? {} })
  return html`<h2 class="govuk-heading-m" id="say">Say why this meeting should be open to the public</h2>
    ${refusal && refusal.kind !== 'invalid' && refusalPanel(refusal)}
    <form method="post" novalidate>
      ${visit.formFields()}${ask.textarea({ name: 'words', label: 'Your reasons', hint: 'They are published with the council’s answer.', rows: 5 })}${ask.input(
        { name: 'name', label: 'Your name (optional)', hint: 'It is not published.' },
      )}${button({ text: 'Send it to the council', preventDoubleClick: true })}
    </form>`
}

const desk = ({ actor }: Visit, { notice: { ref, kind, endedOn } }: Seen): Html | false =>
  actor.roles.includes(democraticServices)
  && html`<div class="govuk-button-group">
    ${endedOn === null && button({ text: 'Withdraw this notice', href: withdrawNoticePath({ ref }), classes: 'govuk-button--secondary' })}${
      kind === 'private-meeting'
      && button({ text: 'Representations', href: representationsPath({ ref }), classes: 'govuk-button--secondary' })
    }
  </div>`

/** Which notices were given? */
export const noticesPage: Page = {
  path: noticesPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const { kind, after } = visit.query
    const outcome = await visit.ask(listNotices, { kind, after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { notices, next } = outcome.value
    return {
      view: {
        title: 'Notices',
        back: planPath(),
        body: html`<h1 class="govuk-heading-l">Notices</h1>
          <p class="govuk-body">
            What the council gave notice of before it decided, the latest first. A notice is never edited: it may be
            withdrawn, or another takes its place.
          </p>
          <form method="get" action="${noticesPath()}">
            ${select({ name: 'kind', label: 'Which notices', value: kind ?? '', items: [{ value: '', text: 'All' }, ...noticeKinds.map((one) => ({ value: one, text: noticeWords[one] }))] })}${button({ text: 'Show', classes: 'govuk-button--secondary' })}
          </form>
          ${
            notices.length === 0
              ? html`<p class="govuk-inset-text">No such notice was given${after !== undefined && ' before those'}.</p>`
              : html`<ul class="remit-entries">
                  ${notices.map(
                    (one) =>
                      html`<li class="remit-entry">
                        <p class="govuk-body">
                          <a class="govuk-link govuk-!-font-weight-bold" href="${noticePath(one)}">${one.matter}</a
                          ><span class="remit-ref"
                            >${one.ref} · ${noticeWords[one.kind]} · given on
                            ${shortDay(one.givenOn)}${one.elsewhere && ' elsewhere'} ·
                            ${one.endedOn ? (one.replacedBy ? `replaced by ${one.replacedBy}` : 'withdrawn') : `${onceRun(one.kind)} ${shortDay(one.earliest)}`}</span
                          >
                        </p>
                      </li>`,
                  )}
                </ul>`
          }
          ${(after !== undefined || next !== null) && pager({ label: `${notices.length} shown`, of: 'notices', previous: after === undefined ? undefined : withQuery(noticesPath(), { kind }), next: next === null ? undefined : withQuery(noticesPath(), { kind, after: next }) })}`,
      },
    }
  },
}
