import { officer, staff } from '#authority'
import { button, fieldset, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { typedPounds } from '#platform/typed.ts'
import { missing } from '#platform/use-case.ts'
import { bestScore, optionKindNames, optionKinds, type Option } from '../options/appraisal.ts'
import { dropOption, putOption, recommendOption, weighCriteria } from '../options/compare-options.ts'
import { doneBanner } from './done-banner.ts'
import { editionLine } from './edition-line.ts'
import { criteriaPath, dropOptionPath, optionPath, optionsPath, recommendPath, wholePath } from './paths.ts'
import { nameFor, question, whyField, type Wrong } from './question.ts'
import { appraisalSeen, type AppraisalPart } from './seen.ts'
import { findingsShown, optionsShown } from './shown-parts.ts'

/** Which way is best, and how sure is that? */
export const optionsPage: Page = {
  path: optionsPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await appraisalSeen(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const {
      commission: { ref, title, state },
      seen,
      edition,
    } = outcome.value
    const may = visit.actor.roles.includes(officer) && state === 'open'
    const head = html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
      <h1 class="govuk-heading-l">Options appraisal</h1>`
    if (!seen || !edition) {
      return {
        view: {
          title: 'Options appraisal',
          back: wholePath({ ref }),
          body: html`${head}
            <p class="govuk-body">
              Nothing is compared yet. Settle first what the options are compared for, and by which criteria.
            </p>
            ${may && button({ text: 'Settle the criteria', href: criteriaPath({ ref }) })}`,
        },
      }
    }
    return {
      view: {
        title: 'Options appraisal',
        back: wholePath({ ref }),
        body: html`${head} ${editionLine(edition)}
          ${
            may
            && html`<div class="govuk-button-group">
              ${button({
                text: 'Add an option',
                href: optionPath({ ref, option: 'new' }),
                classes: 'govuk-button--secondary',
              })}${button({ text: 'Change the criteria', href: criteriaPath({ ref }), classes: 'govuk-button--secondary' })}${
                seen.appraisal.options.length > 0
                && button({
                  text: 'Recommend an option',
                  href: recommendPath({ ref }),
                  classes: 'govuk-button--secondary',
                })
              }
            </div>`
          }
          <h2 class="govuk-heading-m">The options side by side</h2>
          ${optionsShown(seen, (option) =>
            may
              ? html`<p class="govuk-body-s">
                  <a class="govuk-link" href="${optionPath({ ref, option })}"
                    >Change<span class="govuk-visually-hidden"> this option</span></a
                  >
                  ·
                  <a class="govuk-link" href="${dropOptionPath({ ref, option })}"
                    >Remove<span class="govuk-visually-hidden"> this option</span></a
                  >
                </p>`
              : html``,
          )}
          <h2 class="govuk-heading-m">What the rules say of it</h2>
          ${findingsShown(seen.findings)}`,
      },
    }
  },
}

const onOptions = {
  see: appraisalSeen,
  caption: ({ commission }: AppraisalPart) => `${commission.ref} · ${commission.title}`,
  back: ({ commission: { ref } }: AppraisalPart) => optionsPath({ ref }),
  edition: ({ latest }: AppraisalPart) => latest,
}
const rowsOfCriteria = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** What are the options compared for, and by what? */
export const criteriaPage: Page = question<AppraisalPart>({
  ...onOptions,
  path: criteriaPath,
  heading: () => 'By what are the options compared?',
  lead: () => 'Weights are shares of a hundred. A criterion that is taken out takes its scores with it.',
  first: ({ seen }) => ({
    values: {
      question: seen?.appraisal.question,
      ...Object.fromEntries(
        (seen?.appraisal.criteria ?? []).flatMap(({ id, title, weight }, at) => [
          [`title-${at}`, title],
          [`weight-${at}`, String(weight)],
          [`id-${at}`, id],
        ]),
      ),
    },
  }),
  fields: (ask) => [
    ask.input({
      name: 'question',
      label: 'What is the question?',
      hint: 'For example: how should care at home be provided from 2025?',
    }),
    ...rowsOfCriteria.map((at) =>
      fieldset(
        { legend: { text: `Criterion ${at + 1}`, classes: 'govuk-fieldset__legend--s' } },
        html`${ask.input({ name: `title-${at}`, label: 'What is it?' })}${ask.input({
          name: `weight-${at}`,
          label: 'Its weight in per cent',
          suffix: '%',
          classes: 'govuk-input--width-3',
          inputmode: 'numeric',
        })}`,
      ),
    ),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref }, seen }) => {
    const { values } = form
    const wrong: Wrong = {}
    const taken: string[] = []
    const criteria = rowsOfCriteria.flatMap((at) => {
      const title = (values[`title-${at}`] ?? '').trim()
      const weight = (values[`weight-${at}`] ?? '').trim()
      if (title === '' && weight === '') return []
      if (title === '') wrong[`title-${at}`] = 'Enter what the criterion is.'
      if (!/^\d{1,3}$/u.test(weight)) wrong[`weight-${at}`] = 'Enter its weight as a whole number.'
      const id =
        seen?.appraisal.criteria.find((one) => one.title === title)?.id
        ?? seen?.appraisal.criteria[at]?.id
        ?? nameFor(title, taken)
      taken.push(id)
      return [{ id: taken.indexOf(id) < taken.length - 1 ? nameFor(title, taken) : id, title, weight }]
    })
    if (!criteria.length) wrong['title-0'] = 'Give at least one criterion.'
    if (Object.keys(wrong).length) return { wrong }
    return {
      outcome: await visit.perform(
        weighCriteria,
        { ref, edition: values['edition'], why: values['why'], question: values['question'], criteria },
        form,
      ),
    }
  },
  nameOf: (path) => (path.startsWith('criteria') ? 'weight-0' : path),
  button: 'Save the criteria',
})

type OptionPart = AppraisalPart & { option: Option | null; years: number[] }

async function optionSeen(visit: Visit) {
  const part = await appraisalSeen(visit)
  if (!part.ok) return part
  const { seen } = part.value
  if (!seen) return missing('There are no criteria yet.')
  const option = seen.appraisal.options.find(({ id }) => id === visit.params['option']) ?? null
  if (!option && visit.params['option'] !== 'new') return missing('There is no such option in this appraisal.')
  const known = seen.appraisal.options.flatMap(({ costs }) => costs.map(({ year }) => year))
  const first = known.length ? Math.min(...known) : visit.today.year
  return {
    ok: true as const,
    value: { ...part.value, option, years: Array.from({ length: 6 }, (_, at) => first + at) },
  }
}

/** What is the option, what does it cost each year, and how does it do? `new` is one that is not there yet. */
export const optionPage: Page = question<OptionPart>({
  ...onOptions,
  path: optionPath,
  see: optionSeen,
  heading: ({ option }) => (option ? `Change “${option.title}”` : 'Add an option'),
  first: ({ option, years }) => ({
    values: {
      title: option?.title,
      kind: option?.kind,
      says: option?.says,
      ...Object.fromEntries(years.map((year) => [`cost-${year}`, costIn(option, year)])),
      ...Object.fromEntries(
        (option?.scores ?? []).flatMap(({ criterion, score, why }) => [
          [`score-${criterion}`, String(score)],
          [`why-${criterion}`, why],
        ]),
      ),
    },
  }),
  fields: (ask, { seen, years }) => [
    ask.input({ name: 'title', label: 'What is it called?' }),
    ask.radios({
      name: 'kind',
      legend: { text: 'What kind of option is it?', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-radios--small',
      items: optionKindNames.map((value) => ({ value, text: optionKinds[value].title })),
    }),
    ask.textarea({ name: 'says', label: 'What would be done?', rows: 4 }),
    fieldset(
      { legend: { text: 'What does it cost in each financial year?', classes: 'govuk-fieldset__legend--m' } },
      html`${years.map((year) =>
        ask.input({
          name: `cost-${year}`,
          label: `${year}/${String(year + 1).slice(2)} in pounds`,
          prefix: '£',
          classes: 'govuk-input--width-10',
          inputmode: 'decimal',
        }),
      )}`,
    ),
    ...(seen?.appraisal.criteria ?? []).map(({ id, title, weight }) => scored(ask, id, `${title} (${weight}%)`)),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref }, seen, option, years }) => {
    const { values } = form
    const wrong: Wrong = {}
    const costs = years.flatMap((year) => {
      const read = typedPounds(values, `cost-${year}`)
      if (read && 'error' in read) wrong[`cost-${year}`] = read.error
      return read && 'value' in read ? [{ year, pence: read.value }] : []
    })
    const scores = (seen?.appraisal.criteria ?? []).flatMap(({ id }) => {
      const score = values[`score-${id}`] ?? ''
      const why = (values[`why-${id}`] ?? '').trim()
      if (score === '') return []
      if (why === '') wrong[`why-${id}`] = 'Say why it has this score.'
      return [{ criterion: id, score, why }]
    })
    if (Object.keys(wrong).length) return { wrong }
    const id = option?.id ?? nameFor(values['title'] ?? '', seen?.appraisal.options.map((one) => one.id) ?? [])
    return {
      outcome: await visit.perform(
        putOption,
        {
          ref,
          edition: values['edition'],
          why: values['why'],
          option: { id, kind: values['kind'], title: values['title'], says: values['says'], costs, scores },
        },
        form,
      ),
    }
  },
  button: 'Save the option',
})

const costIn = (option: Option | null, year: number): string | undefined => {
  const cost = option?.costs.find((one) => one.year === year)
  return cost && pounds(cost.pence).slice(1)
}

const scored = (ask: Asking, id: string, title: string): Html =>
  fieldset(
    { legend: { text: title, classes: 'govuk-fieldset__legend--s' } },
    html`${ask.select({
      name: `score-${id}`,
      label: `Score from 0 to ${bestScore}`,
      items: [
        { value: '', text: 'Not scored' },
        ...Array.from({ length: bestScore + 1 }, (_, at) => ({
          value: String(at),
          text: at === 0 ? '0, not at all' : at === bestScore ? `${at}, best` : String(at),
        })),
      ],
    })}${ask.textarea({ name: `why-${id}`, label: 'Why?', rows: 2 })}`,
  )

/** Should the option go? */
export const dropOptionPage: Page = question<OptionPart>({
  ...onOptions,
  path: dropOptionPath,
  see: optionSeen,
  heading: ({ option }) => `Remove “${option?.title ?? ''}”?`,
  lead: () => 'Earlier editions keep it.',
  first: () => ({ values: {} }),
  fields: (ask) => whyField(ask),
  send: async (visit, form, { commission: { ref }, option }) => ({
    outcome: await visit.perform(
      dropOption,
      { ref, edition: form.values['edition'], why: form.values['why'], option: option?.id },
      form,
    ),
  }),
  button: 'Remove the option',
  warning: true,
})

/** Which option is recommended, and why? */
export const recommendPage: Page = question<AppraisalPart>({
  ...onOptions,
  path: recommendPath,
  heading: () => 'Which option is recommended?',
  first: ({ seen }) => ({
    values: {
      option: seen?.appraisal.recommended?.option ?? seen?.ranked[0]?.option.id,
      because: seen?.appraisal.recommended?.because,
    },
  }),
  fields: (ask, { seen }) => [
    ask.radios({
      name: 'option',
      legend: { text: 'Option', classes: 'govuk-visually-hidden' },
      items: (seen?.ranked ?? []).map(({ option, total, rank }) => ({
        value: option.id,
        text: option.title,
        hint: `Number ${rank}, ${total} points`,
      })),
    }),
    ask.textarea({ name: 'because', label: 'Why?', rows: 5 }),
    whyField(ask),
  ],
  send: async (visit, form, { commission: { ref } }) => ({
    outcome: await visit.perform(
      recommendOption,
      {
        ref,
        edition: form.values['edition'],
        why: form.values['why'],
        option: form.values['option'],
        because: form.values['because'],
      },
      form,
    ),
  }),
  button: 'Recommend it',
})
