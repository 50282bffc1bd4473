import { officer, staff } from '#authority'
import { plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { missing } from '#platform/use-case.ts'
import { assessImpact, considerDuty } from '../duties/consider.ts'
import { effects, effectTitles } from '../duties/matrix.ts'
import { characteristicNames, characteristics } from '../duties/specific-duties.ts'
import { doneBanner } from './done-banner.ts'
import { editionLine } from './edition-line.ts'
import { dutiesPath, dutyPath, impactPath, wholePath } from './paths.ts'
import { question, whyField } from './question.ts'
import { dutiesSeen, type DutiesPart } from './seen.ts'
import { dutiesShown, findingsShown } from './shown-parts.ts'

/** Which duties were considered, and who would be better or worse off? */
export const dutiesPage: Page = {
  path: dutiesPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await dutiesSeen(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const {
      commission: { ref, title, state },
      seen,
      edition,
      editions,
    } = outcome.value
    const may = visit.actor.roles.includes(officer) && state === 'open'
    const change = (href: string, of: string) =>
      may
        ? html`<a class="govuk-link" href="${href}">Write it down<span class="govuk-visually-hidden">: ${of}</span></a>`
        : html``
    return {
      view: {
        title: 'Equality and duties',
        back: wholePath({ ref }),
        wide: true,
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">Equality and duties</h1>
          <p class="govuk-body">
            What was considered of each duty, and where that is written, dated before the decision that relies on it. A
            formula about all of them is no consideration of any.
          </p>
          ${edition && html`${editionLine(edition)}`}
          ${dutiesShown(seen, {
            duty: (duty, of) => change(dutyPath({ ref, duty }), of),
            impact: (characteristic, of) => change(impactPath({ ref, characteristic }), of),
          })}
          <h2 class="govuk-heading-m">What the rules say of it</h2>
          ${findingsShown(seen.findings)}
          ${
            editions.length > 0
            && html`<h2 class="govuk-heading-m">Editions</h2>
              <ul class="govuk-list">
                ${editions.map(
                  (one) =>
                    html`<li>
                      ${one.n}, ${plainDay(one.madeOn)}: ${one.why} <span class="govuk-hint">${one.madeBy}</span>
                    </li>`,
                )}
              </ul>`
          }`,
      },
    }
  },
}

const onDuties = {
  caption: ({ commission }: DutiesPart) => `${commission.ref} · ${commission.title}`,
  back: ({ commission: { ref } }: DutiesPart) => dutiesPath({ ref }),
  edition: ({ latest }: DutiesPart) => latest,
}

type DutyPart = DutiesPart & { duty: string; title: string }

async function dutySeen(visit: Visit) {
  const part = await dutiesSeen(visit)
  if (!part.ok) return part
  const found = part.value.seen.asked.find(({ duty }) => duty === visit.params['duty'])
  return found
    ? { ok: true as const, value: { ...part.value, duty: found.duty, title: found.title } }
    : missing('There is no such duty on the list.')
}

/** What was considered of this duty, and where is that written? */
export const dutyPage: Page = question<DutyPart>({
  ...onDuties,
  path: dutyPath,
  see: dutySeen,
  heading: ({ title }) => title,
  first: ({ seen, duty }) => {
    const entry = seen.matrix.duties.find((one) => one.duty === duty)
    return { values: { considered: entry?.considered, where: entry?.where } }
  },
  fields: (ask) => [
    ask.textarea({
      name: 'considered',
      label: 'What was considered?',
      hint: 'Of this service and these people; not the words of the Act.',
      rows: 6,
    }),
    ask.input({ name: 'where', label: 'Where is it written?', hint: 'For example: report to Cabinet, paragraph 5.2' }),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref }, duty }) => ({
    outcome: await visit.perform(
      considerDuty,
      {
        ref,
        edition: form.values['edition'],
        why: form.values['why'],
        entry: { duty, considered: form.values['considered'], where: form.values['where'] },
      },
      form,
    ),
  }),
  button: 'Save',
})

type ImpactPart = DutiesPart & { characteristic: (typeof characteristicNames)[number] }

async function impactSeen(visit: Visit) {
  const part = await dutiesSeen(visit)
  if (!part.ok) return part
  const found = characteristicNames.find((one) => one === visit.params['characteristic'])
  return found
    ? { ok: true as const, value: { ...part.value, characteristic: found } }
    : missing('There is no such characteristic.')
}

/** How would it be for people with this characteristic? */
export const impactPage: Page = question<ImpactPart>({
  ...onDuties,
  path: impactPath,
  see: impactSeen,
  heading: ({ characteristic }) => characteristics[characteristic],
  first: ({ seen, characteristic }) => {
    const entry = seen.matrix.impacts.find((one) => one.characteristic === characteristic)
    return { values: { effect: entry?.effect, evidence: entry?.evidence, mitigation: entry?.mitigation } }
  },
  fields: (ask) => [
    ask.radios({
      name: 'effect',
      legend: { text: 'How would it be for them?', classes: 'govuk-fieldset__legend--m' },
      items: effects.map((value) => ({ value, text: effectTitles[value] })),
    }),
    ask.textarea({ name: 'evidence', label: 'On what evidence?', rows: 4 }),
    ask.textarea({
      name: 'mitigation',
      label: 'What is done about it?',
      hint: 'Needed where it is worse for some of them.',
      rows: 4,
    }),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref }, characteristic }) => ({
    outcome: await visit.perform(
      assessImpact,
      {
        ref,
        edition: form.values['edition'],
        why: form.values['why'],
        entry: {
          characteristic,
          effect: form.values['effect'],
          evidence: form.values['evidence'],
          mitigation: form.values['mitigation'],
        },
      },
      form,
    ),
  }),
  button: 'Save',
})
