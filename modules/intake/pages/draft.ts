import { officer, powers, powerNames, powerWords } from '#authority'
import { recordPath } from '#decisions'
import {
  asking,
  details,
  errorSummary,
  fieldset,
  button,
  findingsList,
  insetText,
  refusalPanel,
  type Asking,
} from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { typedPounds } from '#platform/typed.ts'
import { draftFromReading } from '../draft-from-reading.ts'
import { viewDraftable, type SuggestedGrant } from '../view-draftable.ts'
import { amountWords, verbWords } from '../words.ts'
import { shortened } from './part-words.ts'
import { draftFromPath, readingPath } from './paths.ts'

type Draftable = Extract<Awaited<ReturnType<typeof viewDraftable.run>>, { ok: true }>['value']
type Typed = { values: Record<string, string | undefined>; lists: Record<string, readonly string[] | undefined> }

/** What should the draft take over, and what does each clause give? */
export const draftFromPage: Page = {
  path: draftFromPath.pattern,
  may: [officer],
  get: (visit) => asked(visit, null, {}, null),
  post: async (visit, form) => {
    const { id = '' } = visit.params
    const seen = await visit.ask(viewDraftable, { reading: id })
    if (!seen.ok) return { refusal: seen.refusal }
    const read = inputOf(form, seen.value)
    if ('errors' in read) return asked(visit, form, read.errors, null)
    const outcome = await visit.perform(draftFromReading, { reading: id, ...read.input }, form)
    if (outcome.ok) return { redirect: recordPath({ ref: outcome.value.ref }) }
    return asked(visit, form, outcome.refusal.fields, outcome.refusal)
  },
}

async function asked(
  visit: Visit,
  form: Form | null,
  errors: Record<string, string>,
  refusal: Refusal | null,
): Promise<Reply> {
  const { id = '' } = visit.params
  const outcome = await visit.ask(viewDraftable, { reading: id })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const ask = asking({ ...(form ?? suggested(seen)), errors })
  const fields = questions(ask, seen)
  const wrong = ask.errorList()
  return {
    status: form ? 422 : 200,
    view: {
      title: 'Draft a decision from this',
      back: readingPath({ id }),
      hasErrors: form !== null,
      body: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          ${wrong.length > 0 && errorSummary({ errorList: wrong })}${refusal && refusal.kind !== 'invalid' && refusalPanel(refusal)}
          <span class="govuk-caption-l">${seen.title}</span>
          <h1 class="govuk-heading-l">Draft a decision from this</h1>
          <p class="govuk-body">
            The title, references, purpose, reasons, alternatives, interests, author, wards and every clause are taken
            over as they stand in the reading. Confirm here what the record does not say in Remit’s own terms. Nothing
            is given to anyone that you have not ticked.
          </p>
          ${seen.drafts.length > 0 && insetText({ text: html`This reading was drafted from before: ${seen.drafts.map(({ ref, title }) => html`<a class="govuk-link" href="${recordPath({ ref })}">${ref}</a> (${title}) `)}` })}
          ${seen.leftOut.length > 0 && findingsList(seen.leftOut.map((says) => ({ weight: 'note', says })))}
          <form method="post" novalidate>
            ${visit.formFields()}${fields}${button({ text: 'Make the draft', preventDoubleClick: true })}
          </form>
        </div>
      </div>`,
    },
  }
}

/** What the boxes hold on a first visit. To give something is ticked by nobody but the officer. */
function suggested({ maker, subject, value, grants }: Draftable): Typed {
  const values: Typed['values'] = {
    maker: maker ?? undefined,
    subject: subject ?? undefined,
    value: value === null ? undefined : 'stated',
    pounds: value === null ? undefined : amountWords(value).replace('£', ''),
  }
  const lists: Record<string, readonly string[]> = {}
  for (const [at, { holder, powers: given, consulting }] of grants.entries()) {
    values[`holder-${at}`] = holder ?? undefined
    lists[`powers-${at}`] = given
    for (const [n, { post }] of consulting.entries()) values[`consult-${at}-${n}`] = post ?? undefined
  }
  return { values, lists }
}

function questions(ask: Asking, seen: Draftable): Html {
  const posts = [
    { value: '', text: 'Choose a post' },
    ...seen.posts.map(({ post, title }) => ({ value: post, text: title })),
  ]
  const printed = seen.reading.decisionMaker?.value
  const largest = [...new Set(seen.reading.amounts.map(({ pence }) => pence))]
    .toSorted((one, other) => other - one)
    .slice(0, 6)
  const sum = ask.input({
    name: 'pounds',
    label: 'Whole-life value in pounds',
    prefix: '£',
    classes: 'govuk-input--width-10',
    inputmode: 'decimal',
  })
  return html`${ask.select({ name: 'maker', label: 'Who decides', items: posts, hint: printed === undefined ? 'The record does not say who decided' : `The record says: ${printed}` })}
  ${ask.select({ name: 'subject', label: 'What it is about', items: [{ value: '', text: 'Choose a subject' }, ...seen.subjects.map(({ subject, title }) => ({ value: subject, text: `${'– '.repeat(subject.split('/').length - 1)}${title}` }))] })}
  ${ask.radios({
    name: 'value',
    legend: { text: 'What it is worth', classes: 'govuk-fieldset__legend--s' },
    hint:
      largest.length === 0 ? 'The record names no sum' : `Sums in the record: ${largest.map(amountWords).join(', ')}`,
    items: [
      { value: 'stated', text: 'A sum', conditional: sum },
      { value: 'none', text: 'It commits no money' },
      { value: 'not-stated', text: 'It is not stated' },
    ],
  })}
  ${seen.grants.length > 0 && html`<h2 class="govuk-heading-m">What its clauses give</h2>`}${seen.grants.map((grant, at) => grantQuestions(ask, seen, { grant, at, posts }))}`
}

function grantQuestions(
  ask: Asking,
  { clauses }: Draftable,
  { grant, at, posts }: { grant: SuggestedGrant; at: number; posts: { value: string; text: string }[] },
): Html {
  const clause = clauses[grant.clause]
  const named = clause?.label ? `Clause (${clause.label})` : `Clause ${grant.clause + 1}`
  // The boxes of two clauses have the same labels: the group's legend says whose they are to whoever hears them read.
  return fieldset(
    { legend: { text: `${named}: ${grant.printed}`, classes: 'govuk-fieldset__legend--m' } },
    html` ${clause && html`<p class="govuk-body">[${verbWords[clause.verb]}] ${shortened(clause.words, 400)}</p>`}
    ${ask.checkboxes({ name: `give-${at}`, legend: { text: `Should ${named[0]?.toLowerCase()}${named.slice(1)} give it power?`, classes: 'govuk-fieldset__legend--s' }, items: [{ value: 'yes', text: 'Yes, when the decision takes effect' }] })}
    ${ask.select({ name: `holder-${at}`, label: 'To which post of this council', items: posts, hint: grant.holder === null ? 'No post here has a title like the one printed' : 'The post whose title is most like the one printed' })}
    ${details({ summary: `Powers: ${grant.powers.map(powerWords).join(', ')}`, text: ask.checkboxes({ name: `powers-${at}`, legend: { text: 'Which powers', classes: 'govuk-fieldset__legend--s' }, classes: 'govuk-checkboxes--small', items: powerNames.map((power) => ({ value: power, text: powers[power].title })) }) })}
    ${ask.select({ name: `basis-${at}`, label: 'Up to how much', items: bases })}
    ${ask.input({ name: `ceiling-${at}`, label: 'Ceiling in pounds, where there is one', prefix: '£', classes: 'govuk-input--width-10', inputmode: 'decimal' })}
    ${grant.consulting.map(({ printed }, n) => ask.select({ name: `consult-${at}-${n}`, label: `After consulting: ${printed}`, items: [{ value: '', text: 'Leave this condition out' }, ...posts.slice(1)] }))}`,
  )
}

const bases = [
  { value: '', text: 'Not stated: the post’s own limit counts' },
  { value: 'whole-life', text: 'Over its whole life' },
  { value: 'financial-year', text: 'In each financial year' },
  { value: 'each-act', text: 'For any one act' },
  { value: 'no-limit', text: 'No limit' },
]

type Read = { errors: Record<string, string> } | { input: Record<string, unknown> }

function inputOf(form: Form, seen: Draftable): Read {
  const { values } = form
  const errors: Record<string, string> = {}
  const pounds = (name: string): bigint | null => {
    const typed = typedPounds(values, name)
    if (typed !== null && 'error' in typed) errors[name] = typed.error
    else if (typed === null) errors[name] = 'Enter the amount in pounds.'
    return typed !== null && 'value' in typed ? typed.value : null
  }
  const kind = values['value']
  const value =
    kind === 'stated'
      ? { kind, pence: pounds('pounds') ?? 0n }
      : kind === 'none' || kind === 'not-stated'
        ? { kind }
        : null
  const grants = seen.grants.flatMap((grant, at) =>
    values[`give-${at}`] === 'yes' ? [grantOf(form, { grant, at, seen, errors, pounds })] : [],
  )
  if (grants.length > 0 && !values['subject'])
    errors['subject'] = 'Choose what it is about: a power is given for a subject.'
  if (Object.keys(errors).length > 0) return { errors }
  return { input: { maker: values['maker'] || null, subject: values['subject'] || null, value, grants } }
}

type Asked = {
  grant: SuggestedGrant
  at: number
  seen: Draftable
  errors: Record<string, string>
  pounds: (name: string) => bigint | null
}

function grantOf({ values, lists }: Form, { grant, at, seen, errors, pounds }: Asked): Record<string, unknown> {
  const holder = values[`holder-${at}`] ?? ''
  const basis = values[`basis-${at}`] ?? ''
  const given = lists[`powers-${at}`] ?? []
  if (holder === '') errors[`holder-${at}`] = 'Choose the post. Power cannot be given to nobody in particular.'
  if (given.length === 0) errors[`powers-${at}`] = 'Choose at least one power.'
  const bounded = basis === 'whole-life' || basis === 'financial-year' || basis === 'each-act'
  const ceiling = bounded ? { basis, pence: pounds(`ceiling-${at}`) ?? 0n } : basis === 'no-limit' ? { basis } : null
  const conditions = grant.consulting.flatMap(({ printed }, n) => {
    const post = values[`consult-${at}-${n}`]
    const title = seen.posts.find((one) => one.post === post)?.title
    return post && title
      ? [{ kind: 'consult', key: `consult-${n + 1}`, post, words: shortened(`after consulting ${printed}`, 400) }]
      : []
  })
  return { clause: grant.clause, holder, powers: given, ceiling, conditions }
}
