import { democraticServices, monitoringOfficer } from '#authority'
import { asking, facts, questionPage, statusTag, scrollRegion, stacking, table } from '#govuk'
import { longDay, plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { fieldErrors, shownRefusal } from '../../pages/draft-question.ts'
import { deskPath, recordPath } from '../../pages/paths.ts'
import { holdRecord, releaseRecord } from '../hold-record.ts'
import { recordRetentionPath, retentionPath } from '../paths.ts'
import { listPastKeeping, viewRetention } from '../queries.ts'

/** Which records have passed the day until which they must stay available? */
export const retentionPage: Page = {
  path: retentionPath.pattern,
  may: [democraticServices, monitoringOfficer],
  get: async (visit) => {
    const outcome = await visit.ask(listPastKeeping, { after: visit.query['after'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { records, next } = outcome.value
    return {
      view: {
        title: 'Which records have passed their day?',
        back: deskPath(),
        wide: true,
        body: html`<h1 class="govuk-heading-l">Which records have passed their day?</h1>
          <p class="govuk-body">
            Their day is a floor and not a date for destruction: contracts, children’s files and claims keep many
            records for longer. Remit removes nothing; this list is for people to act on.
          </p>
          ${
            records.length === 0
              ? html`<p class="govuk-body">None has.</p>`
              : scrollRegion(
                  'Past their day',
                  table(
                    stacking({
                      caption: 'The oldest first',
                      head: ['Decision', 'Decided', 'Record and report', 'Background papers', 'Held'].map((text) => ({
                        text,
                      })),
                      rows: records.map((one) => [
                        {
                          text: html`<a class="govuk-link" href="${recordRetentionPath(one)}">${one.ref}</a>
                            ${one.title}`,
                        },
                        { text: plainDay(one.decidedOn) },
                        { text: `${one.recordPassed ? 'Passed on' : 'Until'} ${plainDay(one.until.record)}` },
                        {
                          text:
                            one.backgroundPapers === 0
                              ? 'None'
                              : `${one.backgroundPapers}: ${one.backgroundPassed ? 'passed on' : 'until'} ${plainDay(one.until.background)}`,
                        },
                        { text: one.holds > 0 ? statusTag('Legal hold', 'bad') : 'No' },
                      ]),
                    }),
                  ),
                  'narrow',
                )
          }${next !== null && html`<p class="govuk-body"><a class="govuk-link" href="${retentionPath()}?after=${next}">More</a></p>`}`,
      },
    }
  },
}

/** How long is this one kept, and should it be kept for longer? */
export const recordRetentionPage: Page = {
  path: recordRetentionPath.pattern,
  may: [democraticServices, monitoringOfficer],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const { hold, because } = form.values
    const outcome = hold
      ? await visit.perform(releaseRecord, { ref, hold, because }, form)
      : await visit.perform(holdRecord, { ref, because }, form)
    return outcome.ok ? { redirect: recordRetentionPath({ ref }) } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const { ref = '' } = visit.params
  const outcome = await visit.ask(viewRetention, { ref })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { until, holds } = outcome.value
  const open = holds.find(({ releasedOn }) => releasedOn === null)
  const ask = asking({ values: form?.values ?? {}, errors: refusal ? fieldErrors(refusal) : {} })
  const because = ask.textarea({
    name: 'because',
    label: open ? 'Why is it held no longer?' : 'Why must it be kept for longer?',
    rows: 4,
  })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'How long is it kept?',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: ref,
        heading: 'How long is it kept?',
        refusal: shownRefusal(refusal),
        lead: html`${
          until
            ? facts({
                rows: [
                  { key: 'Record and report', value: `Until ${longDay(until.record)}` },
                  { key: 'Background papers', value: `Until ${longDay(until.background)}` },
                ],
              })
            : html`<p class="govuk-body">The days count from the day of the decision, which is still to come.</p>`
        }
        ${holds.map((one) =>
          facts({
            title: `Legal hold of ${plainDay(one.placedOn)}`,
            rows: [
              { key: 'By', value: one.placedBy },
              { key: 'Why', value: one.because },
              {
                key: 'Ended',
                value: one.releasedOn
                  ? `${plainDay(one.releasedOn)}, by ${one.releasedBy ?? ''}: ${one.releasedBecause ?? ''}`
                  : 'No',
              },
            ],
          }),
        )}`,
        fields: because,
        hidden: html`${visit.formFields()}${open && html`<input type="hidden" name="hold" value="${open.hold}" />`}`,
        buttonText: open ? 'End the legal hold' : 'Place a legal hold',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}
