import { officer, staff } from '#authority'
import { button } from '#govuk'
import { html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay, typedPounds } from '#platform/typed.ts'
import { missing } from '#platform/use-case.ts'
import { dropNeed, putNeed } from '../need/put-need.ts'
import { topicNames, topics, unitNames, units } from '../need/statement.ts'
import { doneBanner } from './done-banner.ts'
import { editionLine } from './edition-line.ts'
import { dropNeedPath, exitPath, figurePath, lotPath, needPath, wholePath } from './paths.ts'
import { nameFor, question, whyField, type Wrong } from './question.ts'
import { needSeen, type NeedPart } from './seen.ts'
import { findingsShown, needShown } from './shown-parts.ts'

/** Who needs it, and who is there to provide it? */
export const needPage: Page = {
  path: needPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await needSeen(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const {
      commission: { ref, title, state },
      seen,
      edition,
    } = outcome.value
    const may = visit.actor.roles.includes(officer) && state === 'open'
    const paths = { figures: figurePath, lots: lotPath, exits: exitPath }
    return {
      view: {
        title: 'Need and market',
        back: wholePath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">Need and market</h1>
          ${
            edition
              ? html`${editionLine(edition)}`
              : html`<p class="govuk-body">Nothing is known yet. Each figure has its day and its source.</p>`
          }
          ${
            may
            && html`<div class="govuk-button-group">
              ${button({
                text: 'Add a figure',
                href: figurePath({ ref, id: 'new' }),
                classes: 'govuk-button--secondary',
              })}${button({ text: 'Add a lot', href: lotPath({ ref, id: 'new' }), classes: 'govuk-button--secondary' })}${button(
                {
                  text: 'Add a provider that left',
                  href: exitPath({ ref, id: 'new' }),
                  classes: 'govuk-button--secondary',
                },
              )}
            </div>`
          }
          ${edition && html`<h2 class="govuk-heading-m">What is known</h2>`}
          ${needShown(seen, (kind, id) =>
            may
              ? html`<a class="govuk-link" href="${paths[kind]({ ref, id })}"
                    >Change<span class="govuk-visually-hidden"> ${id}</span></a
                  >
                  ·
                  <a class="govuk-link" href="${dropNeedPath({ ref, kind, id })}"
                    >Remove<span class="govuk-visually-hidden"> ${id}</span></a
                  >`
              : html``,
          )}
          <h2 class="govuk-heading-m">What the rules say of it</h2>
          ${findingsShown(seen.findings)}`,
      },
    }
  },
}

const onNeed = {
  caption: ({ commission }: NeedPart) => `${commission.ref} · ${commission.title}`,
  back: ({ commission: { ref } }: NeedPart) => needPath({ ref }),
  edition: ({ latest }: NeedPart) => latest,
}

/** The entry in the address; null for one that is not there yet. */
const entrySeen =
  <T extends { id: string }>(list: (part: NeedPart) => readonly T[]) =>
  async (visit: Visit) => {
    const part = await needSeen(visit)
    if (!part.ok) return part
    const entry = list(part.value).find(({ id }) => id === visit.params['id']) ?? null
    return entry || visit.params['id'] === 'new'
      ? { ok: true as const, value: { ...part.value, entry, ids: list(part.value).map(({ id }) => id) } }
      : missing('There is no such entry.')
  }
type Entry<T> = NeedPart & { entry: T | null; ids: string[] }
type Statement = NeedPart['seen']['statement']

const dayTyped = (values: Record<string, string | undefined>, wrong: Wrong): Temporal.PlainDate | null => {
  const read = typedDay(values, 'on')
  if (read && 'value' in read) return read.value
  wrong['on'] = read?.error ?? 'Enter the day.'
  return null
}

/** Which figure is known, of whom, on which day, and who says so? */
export const figurePage: Page = question<Entry<Statement['figures'][number]>>({
  ...onNeed,
  path: figurePath,
  see: entrySeen(({ seen }) => seen.statement.figures),
  heading: ({ entry }) => (entry ? 'Change the figure' : 'Add a figure'),
  first: ({ entry }) => ({
    values: {
      ...(entry && {
        topic: entry.topic,
        cohort: entry.cohort,
        measure: entry.measure,
        unit: entry.unit,
        source: entry.source,
        value: entry.unit === 'pence' ? pounds(BigInt(entry.value)).slice(1) : String(entry.value),
      }),
      ...dayBoxes('on', entry?.on ?? null),
    },
  }),
  fields: (ask) => [
    ask.radios({
      name: 'topic',
      legend: { text: 'What is it about?', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-radios--small',
      items: topicNames.map((value) => ({ value, text: topics[value] })),
    }),
    ask.input({
      name: 'measure',
      label: 'What is measured?',
      hint: 'Figures of one measure are drawn side by side. For example: people with care at home each day',
    }),
    ask.input({ name: 'cohort', label: 'Of whom, or where?', hint: 'For example: people over 65, or North' }),
    ask.input({ name: 'value', label: 'How much?', classes: 'govuk-input--width-10', inputmode: 'decimal' }),
    ask.select({ name: 'unit', label: 'Of what?', items: unitNames.map((value) => ({ value, text: units[value] })) }),
    ask.dateInput({
      name: 'on',
      legend: { text: 'On which day, or at the end of which period?', classes: 'govuk-fieldset__legend--s' },
    }),
    ask.input({ name: 'source', label: 'Who says so?', hint: 'For example: market position statement 2024, page 12' }),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref }, entry, ids }) => {
    const { values } = form
    const wrong: Wrong = {}
    const on = dayTyped(values, wrong)
    const money = values['unit'] === 'pence' ? typedPounds(values, 'value') : null
    const count = (values['value'] ?? '').replaceAll(',', '').trim()
    if (money && 'error' in money) wrong['value'] = money.error
    if (Object.keys(wrong).length) return { wrong }
    const value = money && 'value' in money ? Number(money.value) : count
    return {
      outcome: await visit.perform(
        putNeed,
        {
          ref,
          edition: values['edition'],
          why: values['why'],
          entry: {
            kind: 'figure',
            figure: {
              id: entry?.id ?? nameFor(`${values['measure'] ?? ''} ${values['cohort'] ?? ''}`, ids),
              topic: values['topic'],
              cohort: values['cohort'],
              measure: values['measure'],
              value,
              unit: values['unit'],
              on,
              source: values['source'],
            },
          },
        },
        form,
      ),
    }
  },
  button: 'Save the figure',
})

/** How many bid for this lot? */
export const lotPage: Page = question<Entry<Statement['lots'][number]>>({
  ...onNeed,
  path: lotPath,
  see: entrySeen(({ seen }) => seen.statement.lots),
  heading: ({ entry }) => (entry ? 'Change the lot' : 'Add a lot'),
  first: ({ entry }) => ({
    values: {
      ...(entry && { title: entry.title, bidders: String(entry.bidders), source: entry.source, says: entry.says }),
      ...dayBoxes('on', entry?.on ?? null),
    },
  }),
  fields: (ask) => [
    ask.input({ name: 'title', label: 'Which lot or area is it?' }),
    ask.input({
      name: 'bidders',
      label: 'How many bid last time, or are there to bid?',
      classes: 'govuk-input--width-4',
      inputmode: 'numeric',
    }),
    ask.dateInput({ name: 'on', legend: { text: 'On which day was that?', classes: 'govuk-fieldset__legend--s' } }),
    ask.input({ name: 'source', label: 'Who says so?' }),
    ask.textarea({ name: 'says', label: 'What else is there to say?', rows: 2 }),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref }, entry, ids }) => {
    const { values } = form
    const wrong: Wrong = {}
    const on = dayTyped(values, wrong)
    if (Object.keys(wrong).length) return { wrong }
    return {
      outcome: await visit.perform(
        putNeed,
        {
          ref,
          edition: values['edition'],
          why: values['why'],
          entry: {
            kind: 'lot',
            lot: {
              id: entry?.id ?? nameFor(values['title'] ?? '', ids),
              title: values['title'],
              bidders: values['bidders'],
              on,
              source: values['source'],
              says: values['says'],
            },
          },
        },
        form,
      ),
    }
  },
  button: 'Save the lot',
})

/** Who left, when and why? */
export const exitPage: Page = question<Entry<Statement['exits'][number]>>({
  ...onNeed,
  path: exitPath,
  see: entrySeen(({ seen }) => seen.statement.exits),
  heading: ({ entry }) => (entry ? 'Change what is known of it' : 'Add a provider that left'),
  first: ({ entry }) => ({
    values: {
      ...(entry && { provider: entry.provider, says: entry.says, source: entry.source }),
      ...dayBoxes('on', entry?.on ?? null),
    },
  }),
  fields: (ask) => [
    ask.input({ name: 'provider', label: 'Which provider?' }),
    ask.dateInput({
      name: 'on',
      legend: { text: 'On which day did it leave, or will it?', classes: 'govuk-fieldset__legend--s' },
    }),
    ask.textarea({ name: 'says', label: 'Why, and what became of the people it served?', rows: 3 }),
    ask.input({ name: 'source', label: 'Who says so?' }),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref }, entry, ids }) => {
    const { values } = form
    const wrong: Wrong = {}
    const on = dayTyped(values, wrong)
    if (Object.keys(wrong).length) return { wrong }
    return {
      outcome: await visit.perform(
        putNeed,
        {
          ref,
          edition: values['edition'],
          why: values['why'],
          entry: {
            kind: 'exit',
            exit: {
              id: entry?.id ?? nameFor(values['provider'] ?? '', ids),
              provider: values['provider'],
              on,
              says: values['says'],
              source: values['source'],
            },
          },
        },
        form,
      ),
    }
  },
  button: 'Save it',
})

/** Should the entry go? */
export const dropNeedPage: Page = question<NeedPart>({
  ...onNeed,
  path: dropNeedPath,
  see: needSeen,
  heading: () => 'Take this out?',
  lead: () => 'Earlier editions keep it.',
  first: () => ({ values: {} }),
  fields: (ask) => whyField(ask),
  send: async (visit, form, { commission: { ref } }) => ({
    outcome: await visit.perform(
      dropNeed,
      {
        ref,
        edition: form.values['edition'],
        why: form.values['why'],
        kind: (visit.params['kind'] ?? '').replace(/s$/u, ''),
        id: visit.params['id'],
      },
      form,
    ),
  }),
  button: 'Take it out',
  warning: true,
})
