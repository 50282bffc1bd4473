import { createHash } from 'node:crypto'
import { officer, staff } from '#authority'
import { button, insetText, select, sortableTable, type Asking } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { isoDay } from '#platform/input.ts'
import { toJson } from '#platform/json.ts'
import type { Form, Page, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay, type Typed } from '#platform/typed.ts'
import { missing } from '#platform/use-case.ts'
import { comparePlans } from '../timeline/view-plan.ts'
import type { PlanChange } from '../timeline/changes.ts'
import {
  lengthUnits,
  regimeNames,
  regimes,
  stepKindNames,
  stepKinds,
  type Length,
  type Step,
} from '../timeline/plan.ts'
import { finishStep, previewPlan, revisePlan } from '../timeline/revise-plan.ts'
import { doneBanner } from './done-banner.ts'
import { editionLine } from './edition-line.ts'
import { comparePath, dropStepPath, finishStepPath, framePath, stepPath, timelinePath, wholePath } from './paths.ts'
import { nameFor, question, whyField, type Sent, type Wrong } from './question.ts'
import { planSeen, type PlanPart } from './seen.ts'
import { findingsShown, startShown, stepsShown, timelineDrawn } from './shown-parts.ts'

/** When does what have to happen? */
export const timelinePage: Page = {
  path: timelinePath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await planSeen(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      view: {
        title: `Timeline: ${outcome.value.commission.title}`,
        back: wholePath(outcome.value.commission),
        wide: true,
        body: body(visit, outcome.value),
      },
    }
  },
}

function body(visit: Visit, part: PlanPart): Html {
  const {
    commission: { ref, title, state },
    seen,
    editions,
    edition,
  } = part
  const may = visit.actor.roles.includes(officer) && state === 'open' && (edition?.n ?? 0) === part.latest
  const head = html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
    <h1 class="govuk-heading-l">Timeline</h1>`
  if (!seen || !edition) {
    return html`${head}
      <p class="govuk-body">
        There is no timeline yet. Say when the new service must start, and the usual steps are planned backward from
        that day; then settle days and change what differs.
      </p>
      ${may && button({ text: 'Say when the service must start', href: framePath({ ref }) })}`
  }
  const old = edition.n < part.latest
  return html`${head}${
      old
      && insetText({
        text: html`This is an earlier plan, as it was counted then.
          <a class="govuk-link" href="${timelinePath({ ref })}">See the plan that stands</a>.`,
      })
    }${startShown(seen)}
    ${editionLine(edition)}
    ${
      may
      && html`<div class="govuk-button-group">
        ${button({
          text: 'Add a step',
          href: stepPath({ ref, step: 'new' }),
          classes: 'govuk-button--secondary',
        })}${button({
          text: 'Move the start, or change the rules or the contract',
          href: framePath({ ref }),
          classes: 'govuk-button--secondary',
        })}
      </div>`
    }
    ${timelineDrawn(seen, may ? (step) => stepPath({ ref, step }) : undefined)}${
      may
      && html`<p class="govuk-body-s govuk-!-display-none-print">
        Drag a bar to another day, or change the step below: either way you see what moves with it before anything is
        saved.
      </p>`
    }
    <h2 class="govuk-heading-m" id="found">What the rules say of it</h2>
    ${findingsShown(seen.findings)}
    <h2 class="govuk-heading-m" id="steps">Step by step</h2>
    ${stepsShown(seen, ({ step }) =>
      may
        ? html`<p class="govuk-body-s">
            <a class="govuk-link" href="${stepPath({ ref, step: step.id })}"
              >Change<span class="govuk-visually-hidden"> ${step.title}</span></a
            >${
              !step.done
              && html` ·
                <a class="govuk-link" href="${finishStepPath({ ref, step: step.id })}"
                  >It is over<span class="govuk-visually-hidden">: ${step.title}</span></a
                >`
            }
            ·
            <a class="govuk-link" href="${dropStepPath({ ref, step: step.id })}"
              >Remove<span class="govuk-visually-hidden"> ${step.title}</span></a
            >
          </p>`
        : html``,
    )}
    <h2 class="govuk-heading-m" id="editions">Every plan there was</h2>
    ${sortableTable({
      caption: 'Every plan there was',
      hideCaption: true,
      columns: [
        { key: 'n', text: 'Edition' },
        { key: 'why', text: 'Why' },
        { key: 'by', text: 'Made' },
      ],
      rows: editions.map((one) => [
        html`<a class="govuk-link" href="${withQuery(timelinePath({ ref }), { edition: String(one.n) })}">${one.n}</a>`,
        html`${one.why}${
          one.n > 1
          && html`<br /><a
              class="govuk-link"
              href="${withQuery(comparePath({ ref }), { from: String(one.n - 1), to: String(one.n) })}"
              >What changed<span class="govuk-visually-hidden"> in edition ${one.n}</span></a
            >`
        }`,
        `${plainDay(one.madeOn)}, ${one.madeBy}`,
      ]),
    })}${
      editions.length > 1
      && html`<p class="govuk-body">
        <a
          class="govuk-link"
          href="${withQuery(comparePath({ ref }), { from: String(editions.at(-1)?.n ?? 1), to: String(edition.n) })}"
          >Compare any two</a
        >
      </p>`
    }`
}

/** What is different between two plans? */
export const comparePage: Page = {
  path: comparePath.pattern,
  may: staff,
  get: async (visit) => {
    const { ref = '' } = visit.params
    const part = await planSeen(visit)
    if (!part.ok) return { refusal: part.refusal }
    const { editions } = part.value
    const { from = '1', to = String(part.value.latest) } = visit.query
    const outcome = await visit.ask(comparePlans, { ref, from, to })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const items = editions.map((one) => ({ value: one.n, text: `${one.n}: ${one.why}`.slice(0, 80) }))
    const { from: was, to: is, changes, title } = outcome.value
    return {
      view: {
        title: 'What changed in the timeline',
        back: timelinePath({ ref }),
        body: html`<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">What changed from edition ${was.n} to edition ${is.n}?</h1>
          <form method="get" action="${comparePath({ ref })}">
            ${select({
              name: 'from',
              label: 'From',
              items,
              value: was.n,
            })}${select({ name: 'to', label: 'To', items, value: is.n })}${button({
              text: 'Compare',
              classes: 'govuk-button--secondary',
            })}
          </form>
          <p class="govuk-body">${is.madeBy} on ${plainDay(is.madeOn)}: ${is.why}</p>
          ${changesShown(changes, 'Nothing differs.')}`,
      },
    }
  },
}

function changesShown(changes: readonly PlanChange[], nothing: string): Html {
  if (changes.length === 0) return html`<p class="govuk-body">${nothing}</p>`
  const [settled, moves] = [changes.filter((one) => !one.moves), changes.filter((one) => one.moves)]
  return html`${
    settled.length > 0
    && html`<h2 class="govuk-heading-s">What was settled</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${settled.map(({ says }) => html`<li>${says}</li>`)}
      </ul>`
  }${
    moves.length > 0
    && html`<h2 class="govuk-heading-s">What moves because of it</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${moves.map(({ says }) => html`<li>${says}</li>`)}
      </ul>`
  }`
}

// Shown what it moves before it is saved: the token says that just this was looked at.
async function lookThenSave(
  visit: Visit,
  form: Form,
  { commission: { ref }, latest }: PlanPart,
  change: unknown,
): Promise<Sent> {
  const token = createHash('sha256').update(toJson({ change, latest })).digest('base64url').slice(0, 22)
  if (latest > 0 && form.values['looked'] !== token) {
    const seen = await visit.ask(previewPlan, { ref, change })
    if (!seen.ok) return { outcome: seen }
    if ((form.values['why'] ?? '').trim() === '') return { wrong: { why: 'Say in a sentence why it is changed.' } }
    return {
      token,
      look: html`${insetText({
        text: html`<p class="govuk-body"><strong>Nothing is saved yet.</strong> This is what it would change:</p>
          ${changesShown(seen.value.changes, 'Nothing would change.')}`,
      })}`,
    }
  }
  return {
    outcome: await visit.perform(
      revisePlan,
      { ref, edition: form.values['edition'], why: form.values['why'], change },
      form,
    ),
  }
}

const onPlan = {
  see: planSeen,
  caption: ({ commission }: PlanPart) => `${commission.ref} · ${commission.title}`,
  back: ({ commission: { ref } }: PlanPart) => timelinePath({ ref }),
  edition: ({ latest }: PlanPart) => latest,
}

/** By when must the new service start, under which rules is it bought, and what contract runs now? */
export const framePage: Page = question<PlanPart>({
  ...onPlan,
  path: framePath,
  heading: () => 'When must the service start?',
  first: ({ seen }) => {
    const plan = seen?.plan
    return {
      values: {
        ...dayBoxes('startsOn', plan?.startsOn ?? null),
        regime: plan?.regime ?? 'light-touch',
        contract: plan?.ladder?.contract,
        ...dayBoxes('began', plan?.ladder?.began ?? null),
        ...(plan?.ladder && {
          firstMonths: String(plan.ladder.firstMonths),
          optionMonths: String(plan.ladder.optionMonths),
          usedMonths: String(plan.ladder.usedMonths),
        }),
      },
    }
  },
  fields: (ask) => [
    ask.dateInput({
      name: 'startsOn',
      legend: { text: 'On which day must the new service start?', classes: 'govuk-fieldset__legend--m' },
      hint: 'For example 25 10 2025. Everything is planned backward from it.',
    }),
    ask.radios({
      name: 'regime',
      legend: { text: 'Under which rules is it bought?', classes: 'govuk-fieldset__legend--m' },
      hint: 'Social care is nearly always light touch. What begins on or after 24 February 2025 is under the Procurement Act.',
      items: regimeNames.map((value) => ({ value, text: regimes[value].title })),
    }),
    html`<h2 class="govuk-heading-m">The contract that runs now, if there is one</h2>`,
    ask.input({ name: 'contract', label: 'What is it called?' }),
    ask.dateInput({ name: 'began', legend: { text: 'When did it begin?', classes: 'govuk-fieldset__legend--s' } }),
    ask.input({
      name: 'firstMonths',
      label: 'First term in months',
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
    }),
    ask.input({
      name: 'optionMonths',
      label: 'Months that it may be extended by in all',
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
    }),
    ask.input({
      name: 'usedMonths',
      label: 'Months of that already used',
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
    }),
    whyField(ask),
  ],
  send: async (visit, form, seen) => {
    const { values } = form
    const wrong: Wrong = {}
    const startsOn = dayOf(values, 'startsOn', wrong, 'Enter the day on which the service must start.')
    const contract = (values['contract'] ?? '').trim()
    const began = dayOf(values, 'began', wrong, contract === '' ? null : 'Enter the day on which the contract began.')
    if (Object.keys(wrong).length) return { wrong }
    const ladder =
      contract === ''
        ? null
        : {
            contract,
            began,
            firstMonths: values['firstMonths'],
            optionMonths: values['optionMonths'] || '0',
            usedMonths: values['usedMonths'] || '0',
          }
    return lookThenSave(visit, form, seen, { kind: 'frame', startsOn, regime: values['regime'], ladder })
  },
  button: 'Save the plan',
})

function dayOf(values: Typed, name: string, wrong: Wrong, needed: string | null): Temporal.PlainDate | null {
  const read = typedDay(values, name)
  if (read && 'value' in read) return read.value
  if (read) wrong[name] = read.error
  else if (needed !== null) wrong[name] = needed
  return null
}

type StepPart = PlanPart & { step: Step | null }

async function stepSeen(visit: Visit) {
  const part = await planSeen(visit)
  if (!part.ok) return part
  const step = part.value.seen?.plan.steps.find(({ id }) => id === visit.params['step']) ?? null
  if (!part.value.seen) return missing('There is no timeline yet.')
  if (!step && visit.params['step'] !== 'new') return missing('There is no such step in this timeline.')
  return { ok: true as const, value: { ...part.value, step } }
}

const unitTitles: Record<(typeof lengthUnits)[number], string> = {
  days: 'days',
  'working-days': 'working days',
  weeks: 'weeks',
  months: 'months',
}
const lengthValues = (name: string, length: Length | null | undefined): Typed =>
  length ? { [name]: String(length.count), [`${name}Unit`]: length.unit } : { [`${name}Unit`]: 'weeks' }
const lengthFields = (ask: Asking, name: string, label: string, hint: string): Html =>
  html`${ask.input({ name, label, hint, classes: 'govuk-input--width-4', inputmode: 'numeric' })}${ask.select({
    name: `${name}Unit`,
    label: html`<span class="govuk-visually-hidden">${label}: </span>In`,
    items: lengthUnits.map((value) => ({ value, text: unitTitles[value] })),
  })}`

function lengthOf(values: Typed, name: string, wrong: Wrong): Length | null {
  const typed = (values[name] ?? '').trim()
  if (typed === '') return null
  if (!/^\d{1,4}$/u.test(typed) || Number(typed) < 1)
    wrong[name] = 'Enter a whole number from 1 to 1000, or leave it empty.'
  const unit = lengthUnits.find((one) => one === values[`${name}Unit`]) ?? 'weeks'
  return { count: Number(typed), unit }
}

/** The day to which its bar was dragged, which is as good as typed: `?starts=2024-08-12`. */
function draggedTo({ query: { starts } }: Visit): Temporal.PlainDate | null {
  const read = isoDay.safeParse(starts)
  return read.success ? read.data : null
}

/** What is the step, how long does it last, what does it wait for? `new` is one that is not there yet. */
export const stepPage: Page = question<StepPart>({
  ...onPlan,
  path: stepPath,
  see: stepSeen,
  heading: ({ step }) => (step ? `Change “${step.title}”` : 'Add a step'),
  lead: () => 'You see what a change moves before it is saved.',
  first: ({ step }, visit) => ({
    values: {
      title: step?.title,
      kind: step?.kind,
      ...lengthValues('length', step?.length),
      ...lengthValues('stated', step?.stated),
      ...dayBoxes('pinned', draggedTo(visit) ?? step?.pinned ?? null),
      gate: step?.gate ? 'yes' : 'no',
      decision: step?.gate?.decision ?? undefined,
      gateSays: step?.gate?.says,
    },
    lists: { after: step?.after ?? [] },
  }),
  fields: (ask, { step, seen }) => [
    ask.input({ name: 'title', label: 'What is it called?' }),
    ask.select({
      name: 'kind',
      label: 'What kind of step is it?',
      hint: 'The law asks for a least time of notices, tenders, call-in and standstill.',
      items: [
        { value: '', text: 'Choose' },
        ...stepKindNames.map((value) => ({ value, text: stepKinds[value].title })),
      ],
    }),
    lengthFields(ask, 'length', 'How long does it last?', 'Leave it empty for as long as the law asks and no longer.'),
    ask.checkboxes({
      name: 'after',
      legend: { text: 'What must be over before it starts?', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-checkboxes--small',
      items: (seen?.plan.steps ?? [])
        .filter(({ id }) => id !== step?.id)
        .map(({ id, title }) => ({ value: id, text: title })),
    }),
    ask.dateInput({
      name: 'pinned',
      legend: { text: 'Is its first day settled?', classes: 'govuk-fieldset__legend--s' },
      hint: 'Leave it empty to have it follow from the start of the service.',
    }),
    lengthFields(
      ask,
      'stated',
      'How long do the council’s papers say it lasts?',
      'Only where they do: the two are compared.',
    ),
    ask.radios({
      name: 'gate',
      legend: { text: 'Is it a gate?', classes: 'govuk-fieldset__legend--s' },
      hint: 'What waits for a gate is blocked until its decision takes effect.',
      items: [
        {
          value: 'yes',
          text: 'Yes',
          conditional: html`${ask.input({
            name: 'decision',
            label: 'Which decision opens it?',
            hint: 'Its reference, once there is one: D-2025-0001',
            classes: 'govuk-input--width-20',
            spellcheck: false,
          })}${ask.input({ name: 'gateSays', label: 'In words', hint: 'For example: return to Cabinet in February 2025' })}`,
        },
        { value: 'no', text: 'No' },
      ],
    }),
    whyField(ask),
  ],
  send: async (visit, form, part) => {
    const { values, lists } = form
    const wrong: Wrong = {}
    const length = lengthOf(values, 'length', wrong)
    const stated = lengthOf(values, 'stated', wrong)
    const pinned = dayOf(values, 'pinned', wrong, null)
    if ((values['title'] ?? '').trim() === '') wrong['title'] = 'Enter what the step is called.'
    if (!values['kind']) wrong['kind'] = 'Choose what kind of step it is.'
    if (Object.keys(wrong).length) return { wrong }
    const { step, seen } = part
    return lookThenSave(visit, form, part, {
      kind: 'step',
      step: {
        id: step?.id ?? nameFor(values['title'] ?? '', seen?.plan.steps.map(({ id }) => id) ?? []),
        kind: values['kind'],
        title: values['title'],
        length,
        stated,
        pinned,
        after: lists['after'] ?? [],
        done: step?.done ?? null,
        gate:
          values['gate'] === 'yes'
            ? { decision: (values['decision'] ?? '').trim() || null, says: values['gateSays'] ?? '' }
            : null,
      },
    })
  },
  button: 'Save the step',
})

/** Should the step go? */
export const dropStepPage: Page = question<StepPart>({
  ...onPlan,
  path: dropStepPath,
  see: stepSeen,
  heading: ({ step }) => `Remove “${step?.title ?? ''}”?`,
  lead: () => 'What waited for it will wait for what it waited for. Earlier plans keep it.',
  first: () => ({ values: {} }),
  fields: (ask) => whyField(ask),
  send: (visit, form, part) => lookThenSave(visit, form, part, { kind: 'drop', step: part.step?.id }),
  button: 'Remove the step',
  warning: true,
})

/** When was it over, and what shows it? */
export const finishStepPage: Page = question<StepPart>({
  ...onPlan,
  path: finishStepPath,
  see: stepSeen,
  heading: ({ step }) => `Is “${step?.title ?? ''}” over?`,
  first: (_, { today }) => ({ values: dayBoxes('on', today) }),
  fields: (ask) => [
    ask.dateInput({ name: 'on', legend: 'On which day was it over?' }),
    ask.input({
      name: 'says',
      label: 'What shows it?',
      hint: 'For example: the report of the consultation, and where it is',
    }),
  ],
  send: async (visit, form, { commission: { ref }, step }) => {
    const wrong: Wrong = {}
    const on = dayOf(form.values, 'on', wrong, 'Enter the day on which it was over.')
    if (Object.keys(wrong).length) return { wrong }
    return {
      outcome: await visit.perform(
        finishStep,
        { ref, edition: form.values['edition'], step: step?.id, on, says: form.values['says'] },
        form,
      ),
    }
  },
  button: 'Note it as over',
})
