import { officer, staff } from '#authority'
import { button, sortableTable } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { missing } from '#platform/use-case.ts'
import { viewRiskHistory } from '../risks/view-risks.ts'
import { putRisk } from '../risks/put-risk.ts'
import type { Risk } from '../risks/register.ts'
import { doneBanner } from './done-banner.ts'
import { editionLine } from './edition-line.ts'
import { riskPath, risksPath, wholePath } from './paths.ts'
import { nameFor, question, whyField } from './question.ts'
import { postItems, risksSeen, type RisksPart } from './seen.ts'
import { risksShown } from './shown-parts.ts'

/** What could go wrong, who watches it, and what is done about it? */
export const risksPage: Page = {
  path: risksPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await risksSeen(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const {
      commission: { ref, title, state },
      open,
      closed,
      edition,
    } = outcome.value
    const may = visit.actor.roles.includes(officer) && state === 'open'
    return {
      view: {
        title: 'Risks',
        back: wholePath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">Risks</h1>
          ${edition && html`${editionLine(edition)}`}
          ${may && button({ text: 'Add a risk', href: riskPath({ ref, risk: 'new' }), classes: 'govuk-button--secondary' })}
          ${risksShown(
            open,
            ({ id, title: name }) =>
              html`<a class="govuk-link" href="${riskPath({ ref, risk: id })}"
                >${may ? 'Change and history' : 'History'}<span class="govuk-visually-hidden"> of ${name}</span></a
              >`,
          )}
          ${
            closed.length > 0
            && html`<h2 class="govuk-heading-m">Closed</h2>
              <ul class="govuk-list govuk-list--bullet">
                ${closed.map(
                  (one) =>
                    html`<li>
                      <a class="govuk-link" href="${riskPath({ ref, risk: one.id })}">${one.title}</a>:
                      ${one.closed ?? ''}
                    </li>`,
                )}
              </ul>`
          }`,
      },
    }
  },
}

type RiskPart = RisksPart & {
  risk: Risk | null
  history: { madeOn: Temporal.PlainDate; madeBy: string; why: string; risk: Risk }[]
}

async function riskSeen(visit: Visit) {
  const part = await risksSeen(visit)
  if (!part.ok) return part
  const risk = [...part.value.open, ...part.value.closed].find(({ id }) => id === visit.params['risk']) ?? null
  if (!risk && visit.params['risk'] !== 'new') return missing('There is no such risk.')
  const history = risk ? await visit.ask(viewRiskHistory, { ref: visit.params['ref'], risk: risk.id }) : null
  return { ok: true as const, value: { ...part.value, risk, history: history?.ok ? history.value.states : [] } }
}

const five = (one: string, last: string) =>
  ['1', '2', '3', '4', '5'].map((value) => ({
    value,
    text: value === '1' ? `1, ${one}` : value === '5' ? `5, ${last}` : value,
  }))

/** What may happen, how likely and how grave is it, and what is done? `new` is one that is not there yet. */
export const riskPage: Page = question<RiskPart>({
  path: riskPath,
  may: staff,
  see: riskSeen,
  caption: ({ commission }) => `${commission.ref} · ${commission.title}`,
  back: ({ commission: { ref } }) => risksPath({ ref }),
  edition: ({ latest }) => latest,
  heading: ({ risk }) => (risk ? risk.title : 'Add a risk'),
  lead: ({ history }) =>
    history.length === 0
      ? html``
      : sortableTable({
          caption: 'How it changed',
          columns: [
            { key: 'day', text: 'Day' },
            { key: 'was', text: 'Likelihood and impact', numeric: true },
            { key: 'why', text: 'Why it changed' },
          ],
          rows: history.map(({ madeOn, madeBy, why, risk }) => [
            plainDay(madeOn),
            `${risk.likelihood} × ${risk.impact}`,
            html`${why}<br /><span class="govuk-hint">${madeBy}</span>`,
          ]),
        }),
  first: ({ risk }) => ({
    values: {
      title: risk?.title,
      says: risk?.says,
      owner: risk?.owner,
      likelihood: risk ? String(risk.likelihood) : undefined,
      impact: risk ? String(risk.impact) : undefined,
      mitigation: risk?.mitigation,
      ...dayBoxes('reviewOn', risk?.reviewOn ?? null),
      closed: risk?.closed ?? undefined,
    },
  }),
  fields: (ask, { choices, risk }) =>
    [
      ask.input({ name: 'title', label: 'What may happen?' }),
      ask.textarea({ name: 'says', label: 'What may bring it about, and what would follow?', rows: 3 }),
      ask.radios({
        name: 'likelihood',
        legend: { text: 'How likely is it?', classes: 'govuk-fieldset__legend--s' },
        classes: 'govuk-radios--inline',
        items: five('very unlikely', 'almost certain'),
      }),
      ask.radios({
        name: 'impact',
        legend: { text: 'How grave would it be?', classes: 'govuk-fieldset__legend--s' },
        classes: 'govuk-radios--inline',
        items: five('hardly', 'people come to harm or the service stops'),
      }),
      ask.textarea({ name: 'mitigation', label: 'What is done about it?', rows: 3 }),
      ask.select({ name: 'owner', label: 'Which post watches it?', items: postItems(choices) }),
      ask.dateInput({
        name: 'reviewOn',
        legend: { text: 'When is it looked at next?', classes: 'govuk-fieldset__legend--s' },
      }),
      risk
        && ask.input({
          name: 'closed',
          label: 'How did it end? (closes it)',
          hint: 'Leave this empty while it is open.',
        }),
      whyField(ask),
    ].filter((one) => one !== null),
  send: async (visit, form, { commission: { ref }, risk, open, closed }) => {
    const { values } = form
    const day = typedDay(values, 'reviewOn')
    if (!day || 'error' in day)
      return { wrong: { reviewOn: day?.error ?? 'Enter the day on which it is looked at next.' } }
    const id =
      risk?.id
      ?? nameFor(
        values['title'] ?? '',
        [...open, ...closed].map((one) => one.id),
      )
    return {
      outcome: await visit.perform(
        putRisk,
        {
          ref,
          edition: values['edition'],
          why: values['why'],
          risk: {
            id,
            title: values['title'],
            says: values['says'],
            owner: values['owner'],
            likelihood: values['likelihood'],
            impact: values['impact'],
            mitigation: values['mitigation'],
            reviewOn: day.value,
            closed: values['closed'],
          },
        },
        form,
      ),
    }
  },
  button: 'Save the risk',
})
