import { decisionMaker, democraticServices } from '#authority'
import { details } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form } from '#platform/page.ts'
import { pounds } from '#platform/money.ts'
import { dayBoxes, typedDay, typedPounds } from '#platform/typed.ts'
import { prose } from '../../pages/prose.ts'
import { clauseName, grantSentences } from '../../pages/will-authorise.ts'
import type { Clause, Grant } from '../../decision.ts'
import { reconsiderPath } from '../paths.ts'
import { reconsider } from '../reconsider.ts'
import { dueWords } from '../rules/dealt-with-in-time.ts'
import { labelOf, legendOf, stepQuestion, type Seen } from './step-question.ts'

/** What becomes of the decision? */
export const reconsiderPage = stepQuestion({
  path: reconsiderPath,
  may: [decisionMaker, democraticServices],
  when: ['referred-back'],
  does: reconsider,
  done: 'reconsidered',
  button: 'Sign the reconsideration',
  warning: true,
  heading: 'What becomes of the decision?',
  lead: ({ callIn, calling: { rule } }) => {
    const heard = callIn.steps.findLast(({ what }) => what === 'referred-back')
    const since = heard?.detail.hearing ? Temporal.PlainDate.from(heard.detail.hearing) : heard?.on
    return html`<h2 class="govuk-heading-s">What ${heard?.detail.body ?? 'scrutiny'} said</h2>
      <div class="govuk-inset-text">${prose(heard?.says ?? '')}</div>
      <p class="govuk-body">
        ${rule?.reconsideration && since ? `The council’s rule asks for an answer ${dueWords(rule.reconsideration, since, rule.calendar)}${rule.reconsideration.otherwise === 'takes-effect' ? '; after that the decision takes effect' : ''}.` : 'The council’s rule sets no time for the answer.'}
        The record as it was signed stays; what you amend is sealed and shown beside it.
      </p>`
  },
  typed: (seen) =>
    Object.fromEntries(
      called(seen).flatMap((clause) => [
        [`becomes-${clause.clause}`, 'kept'],
        [`words-${clause.clause}`, clause.words],
        ...clause.grants.flatMap((grant) => [
          [`keeps-${grant.grant}`, 'yes'],
          [`holder-${grant.grant}`, grant.holder],
          [`pounds-${grant.grant}`, sumOf(grant)],
          ...Object.entries(dayBoxes(`last-${grant.grant}`, grant.until && grant.until.subtract({ days: 1 }))),
        ]),
      ]),
    ),
  fields: (ask, seen) => [
    ask.radios({
      name: 'outcome',
      legend: legendOf('Your decision'),
      items: [
        { value: 'confirmed', text: 'Confirm it as it is', hint: 'The clauses are released' },
        {
          value: 'amended',
          text: 'Amend it',
          hint: 'Say below which clauses change; the others are released as they are',
        },
        { value: 'rescinded', text: 'Rescind what was called in', hint: 'What the clauses gave ends' },
      ],
    }),
    ask.textarea({
      name: 'says',
      label: labelOf('Reasons'),
      hint: 'Also where you do not do what scrutiny asks for. They are published.',
      rows: 6,
    }),
    html`<h2 class="govuk-heading-m">If you amend it</h2>`,
    ...called(seen).map((clause) =>
      ask.radios({
        name: `becomes-${clause.clause}`,
        legend: legendOf(`Clause ${clauseName(clause)}`),
        hint: clause.words,
        items: [
          { value: 'kept', text: 'stays as it is' },
          {
            value: 'amended',
            text: 'is amended',
            conditional: html`${ask.textarea({ name: `words-${clause.clause}`, label: labelOf('Its new words'), rows: 6 })}${clause.grants.map((grant) => grantBoxes(ask, grant, seen))}`,
          },
          { value: 'rescinded', text: 'is rescinded' },
        ],
      }),
    ),
  ],
  read: (form, seen) => {
    const { outcome, says } = form.values
    const errors: Record<string, string> = {}
    const clauses = outcome === 'amended' ? called(seen).flatMap((clause) => changeOf(form, clause, seen, errors)) : []
    return Object.keys(errors).length ? { errors } : { input: { outcome, says, clauses } }
  },
})

const called = ({ decision, callIn }: Seen): Clause[] =>
  decision.clauses.filter(({ clause }) => callIn.clauses.some((one) => one.clause === clause))

const sumOf = ({ ceiling }: Grant): string =>
  ceiling && ceiling.basis !== 'no-limit' ? pounds(ceiling.pence).slice(1) : ''

// What a clause gives is kept or dropped; kept, it may go to another post, up to another limit, to another day, and with one more post to
// consult. Other powers and more besides are for a decision of its own.
function grantBoxes(
  ask: Parameters<NonNullable<Parameters<typeof stepQuestion>[0]['fields']>>[0],
  grant: Grant,
  seen: Seen,
): Html {
  const limited = grant.ceiling && grant.ceiling.basis !== 'no-limit'
  const posts = seen.choices.posts.map(({ post, title }) => ({ value: post, text: title }))
  return html`${ask.checkboxes({ name: `keeps-${grant.grant}`, legend: legendOf('What it gives'), items: [{ value: 'yes', text: grantSentences(grant, seen.choices)[0] ?? '' }] })}${
    limited
    && ask.input({
      name: `pounds-${grant.grant}`,
      label: labelOf('Up to'),
      prefix: '£',
      inputmode: 'decimal',
      classes: 'govuk-input--width-10',
    })
  }${details({
    summary: 'Give it to another post, until another day, or on one more condition',
    // Whoever is told of something wrong in here has to see it.
    open: ask.hasErrors,
    text: html`${ask.select({ name: `holder-${grant.grant}`, label: labelOf('To which post?'), items: posts })}${ask.dateInput({ name: `last-${grant.grant}`, legend: legendOf('Its last day'), hint: 'Leave it empty where it has none.' })}${ask.select({ name: `consult-${grant.grant}`, label: labelOf('In consultation with, besides the conditions it has'), items: [{ value: '', text: 'Nobody more' }, ...posts] })}`,
  })}`
}

function changeOf(
  { values }: Form,
  clause: Clause,
  { choices }: Seen,
  errors: Record<string, string>,
): Record<string, unknown>[] {
  const becomes = values[`becomes-${clause.clause}`]
  if (becomes === 'rescinded') return [{ clause: clause.clause, becomes }]
  if (becomes !== 'amended') return []
  const words = (values[`words-${clause.clause}`] ?? '').trim()
  if (words === '') errors[`words-${clause.clause}`] = 'Write the new words of the clause.'
  const grants = clause.grants.flatMap(({ grant, mandate: _, ceiling, from, until: _until, ...given }) => {
    if (values[`keeps-${grant}`] !== 'yes') return []
    const sum = ceiling && ceiling.basis !== 'no-limit' ? typedPounds(values, `pounds-${grant}`) : null
    if (sum && 'error' in sum) errors[`pounds-${grant}`] = sum.error
    const limit =
      ceiling === null
        ? null
        : ceiling.basis === 'no-limit'
          ? { basis: ceiling.basis }
          : { basis: ceiling.basis, pence: sum && 'value' in sum ? sum.value : ceiling.pence }
    const last = typedDay(values, `last-${grant}`)
    if (last && 'error' in last) errors[`last-${grant}`] = last.error
    const consulted = choices.posts.find(({ post }) => post === values[`consult-${grant}`])
    return [
      {
        ...given,
        holder: values[`holder-${grant}`] || given.holder,
        ceiling: limit,
        from: from?.toString() ?? null,
        until: last && 'value' in last ? last.value.add({ days: 1 }).toString() : null,
        conditions: [
          ...given.conditions,
          ...(consulted
            ? [
                {
                  kind: 'consult' as const,
                  key: freeKey(given.conditions),
                  post: consulted.post,
                  words: `in consultation with the ${consulted.title}`,
                },
              ]
            : []),
        ],
      },
    ]
  })
  return [{ clause: clause.clause, becomes, words, grants }]
}

/** `consult-1`, or the first number that no condition has. */
function freeKey(conditions: Grant['conditions']): string {
  let n = 1
  while (conditions.some(({ key }) => key === `consult-${n}`)) n++
  return `consult-${n}`
}
