import {
  asking,
  button,
  facts,
  fieldset,
  insetText,
  questionPage,
  select,
  statusTag,
  warningText,
  type Asking,
} from '#govuk'
import { withQuery } from '#platform/address.ts'
import { within } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay, type Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { listChoices, listOwnPosts } from '../list-choices.ts'
import { covers, powersWords } from '../mandate.ts'
import { actPath, actsPath, mandatePath, newActPath, postPath, retrospectivePath, whyPath } from '../paths.ts'
import { powers, type Power } from '../powers.ts'
import { readMandate } from '../read-mandate.ts'
import { recordAct } from '../record-act.ts'
import { recordRetrospective } from '../record-retrospective.ts'
import { officer } from '../roles.ts'
import { agreedKey } from '../rules/joint-holders-agree.ts'
import { shownWithTheAct, why } from '../why.ts'
import { postItems, powerItems, subjectItems, type Choices } from './choices.ts'
import type { Answer } from './mandate-tree.ts'
import { asPanel, dayIn, poundsIn, shownRefusal, wrongWith, type Wrong } from './typed-input.ts'

/** An act under a mandate that is in effect, or one that came before it. */
type Kind = { title: string; address: string; late: boolean }
const inTime: Kind = { title: 'Record an act', address: newActPath(), late: false }
const tooEarly: Kind = {
  title: 'Record what was done before there was authority',
  address: retrospectivePath(),
  late: true,
}

/** What was done? First under which mandate, where nobody said so yet; then the act itself. */
export const newActPage: Page = actPageOf(newActPath.pattern, inTime)

/** What was done before there was authority, and why? */
export const retrospectivePage: Page = actPageOf(retrospectivePath.pattern, tooEarly)

function actPageOf(path: string, kind: Kind): Page {
  return {
    path,
    may: [officer],
    async get(visit) {
      const { under } = visit.query
      if (!under) return chooseMandate(visit)
      const mandate = await visit.ask(readMandate, { ref: under })
      return mandate.ok
        ? show(visit, kind, mandate.value, firstValues(visit, mandate.value), {}, null)
        : { refusal: mandate.refusal }
    },
    async post(visit, form) {
      const mandate = await visit.ask(readMandate, { ref: form.values['under'] })
      if (!mandate.ok) return { refusal: mandate.refusal }
      const { input, wrong } = readAct(kind, mandate.value, form.values)
      if (Object.keys(wrong).length) return show(visit, kind, mandate.value, form.values, wrong, null)
      const outcome = kind.late
        ? await visit.perform(recordRetrospective, input, form)
        : await visit.perform(recordAct, input, form)
      return outcome.ok
        ? { redirect: actPath({ ref: outcome.value.ref }) }
        : show(visit, kind, mandate.value, form.values, {}, outcome)
    },
  }
}

// ---- under which mandate

async function chooseMandate(visit: Visit): Promise<Reply> {
  const choices = await visit.ask(listChoices, {})
  const own = await visit.ask(listOwnPosts, {})
  if (!choices.ok) return { refusal: choices.refusal }
  const { post = own.ok ? (own.value.posts[0]?.post ?? '') : '', power = '', subject = '' } = visit.query
  const fits = post && power ? await visit.ask(why, { post, power, subject }) : null
  return {
    view: {
      title: 'Under which mandate was it done?',
      back: actsPath(),
      body: html`<span class="govuk-caption-l">Record an act</span>
        <h1 class="govuk-heading-l">Under which mandate was it done?</h1>
        <p class="govuk-body">
          Every act is done under a mandate: what a decision, or the scheme of delegation, gives to a post. Say which
          post acted and what it did, and choose from what allows it.
        </p>
        <form method="get" action="${newActPath()}" novalidate>
          ${select({ name: 'post', label: 'Post that acted', value: post, items: postItems(choices.value, 'Choose a post') })}
          ${select({ name: 'power', label: 'What it did', value: power, items: powerItems('Choose what') })}
          ${select({ name: 'subject', label: 'Subject', value: subject, items: subjectItems(choices.value, 'Choose a subject') })}
          ${button({ text: 'Show mandates', classes: fits ? 'govuk-button--secondary' : '' })}
        </form>
        ${fits && !fits.ok && insetText({ text: fits.refusal.what })}${fits?.ok && offered(fits.value, { post, power, subject })}`,
    },
  }
}

type Weighed = Extract<Awaited<ReturnType<typeof why.run>>, { ok: true }>['value']

const offered = ({ post, considered }: Weighed, asked: { post: string; power: string; subject: string }): Html =>
  considered.length === 0
    ? html`<h2 class="govuk-heading-m">No mandate gives it that power</h2>
        <p class="govuk-body">
          The ${post.title} cannot do this. See
          <a class="govuk-link" href="${postPath({ post: post.post })}">what it may do</a>, or ask for a decision that
          delegates it.
        </p>`
    : html`<h2 class="govuk-heading-m">Mandates with this power</h2>
        ${considered.map(({ mandate, from, ceiling, left, allows, rules }) =>
          facts({
            title: html`${mandate.ref}: ${from}`,
            rows: [
              {
                key: 'Today',
                value: html`${statusTag(allows ? 'Allows it' : 'Does not allow it', allows ? 'good' : 'bad')}
                ${rules.flatMap(({ rule, outcome, says }) => (outcome === 'not-met' && !shownWithTheAct(rule) ? [html`<br />${says}`] : [])).slice(0, 3)}`,
              },
              { key: 'Limit', value: `${ceiling}${left === null ? '' : `; ${pounds(left)} left`}` },
              { key: 'Words', value: mandate.words },
            ],
            card: {
              actions: {
                items: [
                  {
                    href: withQuery(newActPath(), { under: mandate.ref, power: asked.power, subject: asked.subject }),
                    text: 'Use this one',
                  },
                ],
              },
            },
          }),
        )}`

// ---- the act

const firstValues = ({ query }: Visit, { mandate }: Answer): Typed => {
  const day = typedDay(query, 'day')
  return {
    power: query['power'] ?? (mandate.powers.length === 1 ? mandate.powers[0] : undefined),
    subject: query['subject'] || mandate.scope || undefined,
    pounds: query['pounds'],
    what: query['what'],
    recordRef: query['record'],
    ...(day && 'value' in day ? dayBoxes('day', day.value) : {}),
  }
}

/** What an act has to bring along: the conditions of the grant, who agreed, and the consent that a report under s114 asks for. */
const toShow = ({
  conditions,
  holds,
  mandate,
  agreementOf,
  holders,
  day,
}: Answer): { key: string; words: string; mayBeEmpty?: true }[] => [
  ...conditions.filter(({ kind }) => kind !== 'report-back'),
  ...(agreementOf === null
    ? []
    : [
        {
          key: agreedKey,
          words: `${agreementOf} of those who hold the post of ${mandate.holderTitle} agreed (${holders.join(', ')})`,
        },
      ]),
  ...holds.flatMap(({ consent, hold, from, until }) =>
    consent !== null && within(day, from, until)
      ? [{ key: consent, words: `the s151 officer consented in writing (${hold})`, mayBeEmpty: true as const }]
      : [],
  ),
]
const evidenceName = (key: string, part: 'says' | 'day') => `evidence-${key}-${part}`

function readAct({ late }: Kind, answer: Answer, values: Typed): { input: unknown; wrong: Wrong } {
  const wrong: Wrong = {}
  const { mandate } = answer
  const power = values['power'] || undefined
  const valued = mandate.powers.some((one) => one === power && powers[one].valued)
  const sum = poundsIn(
    values,
    'pounds',
    wrong,
    valued ? 'Enter the value in pounds; 0 if no money was committed.' : null,
  )
  const day = dayIn(values, 'day', wrong, 'Enter the day on which it was done.')
  if (values['subject'] === '') wrong['subject'] = 'Choose a subject.'
  const evidence = toShow(answer).flatMap(({ key }) => {
    const says = (values[evidenceName(key, 'says')] ?? '').trim()
    const name = evidenceName(key, 'day')
    const on = dayIn(values, name, wrong, says === '' ? null : 'Enter the day on which this was so.')
    if (says === '' && on) wrong[evidenceName(key, 'says')] = 'Say who and what shows it.'
    return says === '' ? [] : [{ condition: key, says, day: on }]
  })
  const input = {
    post: mandate.holder,
    power,
    subject: values['subject'] ?? '',
    what: values['what'],
    pence: sum ?? 0n,
    day,
    evidence,
    under: mandate.ref,
    recordRef: values['recordRef']?.trim() || undefined,
    ...(late ? { because: values['because'] } : {}),
  }
  return {
    input,
    wrong: wrongWith(late ? recordRetrospective.input : recordAct.input, input, wrong, (path) =>
      nameOf(
        path,
        evidence.map(({ condition }) => condition),
      ),
    ),
  }
}

/** A field of the use case, under the name that it has in the form. */
function nameOf(path: string, conditions: readonly string[]): string {
  const [, at, part] = /^evidence\.(\d+)\.(says|day)$/u.exec(path) ?? []
  if (at !== undefined) return evidenceName(conditions[Number(at)] ?? '', part === 'day' ? 'day' : 'says')
  return path === 'pence' ? 'pounds' : path
}

async function show(
  visit: Visit,
  kind: Kind,
  answer: Answer,
  values: Form['values'] | Typed,
  wrong: Wrong,
  outcome: Outcome<unknown> | null,
): Promise<Reply> {
  const choices = await visit.ask(listChoices, {})
  if (!choices.ok) return { refusal: choices.refusal }
  const { mandate } = answer
  const shown = shownRefusal(outcome, (path) =>
    nameOf(
      path,
      toShow(answer).map(({ key }) => key),
    ),
  )
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const fields = [
    fieldsOf(ask, answer, choices.value),
    ...(kind.late
      ? [
          ask.textarea({
            name: 'because',
            label: 'Why was it done before there was authority?',
            hint: 'These words are published, and stay beside the act for ever',
            rows: 3,
          }),
        ]
      : []),
  ]
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: kind.title,
      back: mandatePath({ ref: mandate.ref }),
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: questionPage({
        ask,
        heading: kind.title,
        caption: `Under ${mandate.ref}, ${mandate.comesFrom}`,
        lead: html`<p class="govuk-body">
            The ${mandate.holderTitle} may ${powersWords(mandate.powers)}: ${mandate.words}
          </p>
          <p class="govuk-body">
            Limit: ${answer.countsWords}${answer.left === null ? '' : `; ${pounds(answer.left)} left today`}.
          </p>
          ${kind.late && warningText({ text: 'It is written and shown for ever as done before there was authority. It counts against this mandate, and never makes the day one on which there was authority.' })}`,
        refusal: asPanel(
          shown.refusal,
          shown.refusal
            && html`<p class="govuk-body">${shown.refusal.next}</p>
              <p class="govuk-body">
                <a class="govuk-link" href="${whyAddress(answer, values)}">See why, rule by rule</a>
              </p>`,
        ),
        fields,
        hidden: visit.formFields(),
        action: kind.address,
        buttonText: 'Record it',
        cancel: { text: 'Cancel', href: mandatePath({ ref: mandate.ref }) },
      }),
    },
  }
}

function whyAddress({ mandate }: Answer, values: Typed): string {
  const day = typedDay(values, 'day')
  return withQuery(whyPath(), {
    post: mandate.holder,
    power: values['power'],
    subject: values['subject'],
    pounds: values['pounds'],
    day: day && 'value' in day ? day.value.toString() : undefined,
  })
}

function fieldsOf(ask: Asking, answer: Answer, choices: Choices): Html {
  const { mandate } = answer
  const known = choices.subjects.some(({ subject }) => covers(mandate.scope, subject))
  return html`<input type="hidden" name="under" value="${mandate.ref}" />${ask.radios({
      name: 'power',
      legend: 'What was done?',
      items: mandate.powers.map((power) => ({ value: power, text: powers[power].title })),
    })}${ask.input({ name: 'what', label: 'In a few words', hint: 'These words are published. Leave out the names of people who hold no post. For example: Contract signed with Brookfield Care' })}${
      known
        ? ask.select({
            name: 'subject',
            label: 'Subject',
            items: subjectItems(choices, 'Choose a subject', mandate.scope),
          })
        : html`<input type="hidden" name="subject" value="${mandate.scope}" />`
    }${
      mandate.powers.some((power) => isValued(power))
      && ask.input({
        name: 'pounds',
        label: 'Value in pounds',
        hint: 'Over the whole life of what was agreed. Leave it empty for what commits no money',
        prefix: '£',
        inputmode: 'decimal',
        classes: 'govuk-input--width-10',
      })
    }${ask.dateInput({ name: 'day', legend: 'On which day was it done?', hint: 'For example 5 8 2022' })}${toShow(
      answer,
    ).map(({ key, words, mayBeEmpty }) =>
      fieldset(
        { legend: { text: `To show: ${words}`, classes: 'govuk-fieldset__legend--m' } },
        html`<p class="govuk-body">
            ${mayBeEmpty ? 'New agreements that commit money are on hold. With this consent an act may go on; other acts do not need it.' : 'The mandate allows nothing without this.'}
            Only people who sign in see what you write here.
          </p>
          ${ask.input({
            name: evidenceName(key, 'says'),
            label: 'Who and what shows it',
            hint: 'For example: e-mail of the Head of Legal Services, or the report’s name and number',
          })}${ask.dateInput({
            name: evidenceName(key, 'day'),
            legend: { text: 'On which day was that?', classes: 'govuk-fieldset__legend--s' },
          })}`,
      ),
    )}${ask.input({
      name: 'recordRef',
      label: 'Reference of the record, if it has one',
      hint: 'For example the number of the contract or the notice',
      classes: 'govuk-input--width-20',
    })}`
}

const isValued = (power: Power): boolean => powers[power].valued
