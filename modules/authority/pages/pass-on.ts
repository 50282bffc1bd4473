import { asking, insetText, questionPage, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { delegateOnward } from '../delegate-onward.ts'
import { listChoices } from '../list-choices.ts'
import { mandatePath, passOnPath } from '../paths.ts'
import { powers } from '../powers.ts'
import { readMandate } from '../read-mandate.ts'
import { decisionMaker, officer } from '../roles.ts'
import { postItems, subjectItems, type Choices } from './choices.ts'
import type { Answer } from './mandate-tree.ts'
import { asPanel, dayIn, poundsIn, shownRefusal, wrongWith, type Wrong } from './typed-input.ts'

type Typed = Pick<Form, 'values' | 'lists'>

/** How much of this mandate goes to whom? */
export const passOnPage: Page = {
  path: passOnPath.pattern,
  may: [officer, decisionMaker],
  async get(visit) {
    const found = await visit.ask(readMandate, { ref: visit.params['ref'] })
    return found.ok
      ? show(
          visit,
          found.value,
          { values: { scope: found.value.mandate.scope, ...dayBoxes('from', visit.today) }, lists: {} },
          {},
          null,
        )
      : { refusal: found.refusal }
  },
  async post(visit, form) {
    const found = await visit.ask(readMandate, { ref: visit.params['ref'] })
    if (!found.ok) return { refusal: found.refusal }
    const { input, wrong } = read(found.value, form)
    if (Object.keys(wrong).length) return show(visit, found.value, form, wrong, null)
    const outcome = await visit.perform(delegateOnward, input, form)
    return outcome.ok
      ? { redirect: mandatePath({ ref: outcome.value.ref }) }
      : show(visit, found.value, form, {}, outcome)
  },
}

const nameOf = (path: string): string => (path === 'pence' ? 'pounds' : path.startsWith('powers') ? 'powers' : path)

function read({ mandate }: Answer, { values, lists }: Typed): { input: unknown; wrong: Wrong } {
  const wrong: Wrong = {}
  const last = dayIn(values, 'until', wrong, null)
  const input = {
    mandate: mandate.ref,
    to: values['to'],
    powers: lists['powers'] ?? [],
    scope: values['scope'] ?? '',
    words: values['words'],
    pence: poundsIn(values, 'pounds', wrong, 'Enter the most that may be spent, in pounds; 0 if no money.'),
    from: dayIn(values, 'from', wrong, 'Enter the first day.'),
    // People name the last day; spans are kept by the first day after it.
    until: last?.add({ days: 1 }) ?? null,
    mayDelegate: values['mayDelegate'] === 'yes',
    lapsesOn: dayIn(values, 'lapsesOn', wrong, null)?.add({ days: 1 }) ?? null,
  }
  if (!values['to']) wrong['to'] = 'Choose a post.'
  if (!values['scope']) wrong['scope'] = 'Choose a subject.'
  return { input, wrong: wrongWith(delegateOnward.input, input, wrong, nameOf) }
}

async function show(
  visit: Visit,
  answer: Answer,
  { values, lists }: Typed,
  wrong: Wrong,
  outcome: Outcome<unknown> | null,
): Promise<Reply> {
  const choices = await visit.ask(listChoices, {})
  if (!choices.ok) return { refusal: choices.refusal }
  const { mandate, left, countsWords } = answer
  const back = mandatePath({ ref: mandate.ref })
  if (!mandate.mayDelegate && !outcome) {
    return {
      view: {
        title: 'Pass authority on',
        back,
        body: html`<h1 class="govuk-heading-l">Pass authority on</h1>
          ${insetText({ text: `${mandate.ref} was given to be used, not to be passed on.` })}
          <p class="govuk-body">
            Ask for a decision that gives the power to the other post, or that says that it may be passed on.
          </p>`,
      },
    }
  }
  const shown = shownRefusal(outcome, nameOf)
  const ask = asking({ values, lists, errors: { ...wrong, ...shown.errors } })
  const fields = fieldsOf(ask, answer, choices.value)
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: 'Pass authority on',
      back,
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: questionPage({
        ask,
        heading: 'Pass authority on',
        caption: `${mandate.ref}, ${mandate.comesFrom}`,
        lead: html`<p class="govuk-body">
          What you pass on is no longer there for the ${mandate.holderTitle} to use. It keeps every condition, and is
          never wider than ${mandate.ref} itself: ${countsWords}${left === null ? '' : `, ${pounds(left)} left`}.
        </p>`,
        refusal: asPanel(shown.refusal),
        fields,
        hidden: visit.formFields(),
        action: passOnPath({ ref: mandate.ref }),
        buttonText: 'Pass it on',
        cancel: { text: 'Cancel', href: back },
      }),
    },
  }
}

const fieldsOf = (ask: Asking, { mandate }: Answer, choices: Choices): Html =>
  html`${[
    ask.select({
      name: 'to',
      label: 'To which post?',
      items: postItems(
        { ...choices, posts: choices.posts.filter(({ post }) => post !== mandate.holder) },
        'Choose a post',
      ),
    }),
    ask.checkboxes({
      name: 'powers',
      legend: 'Which powers?',
      items: mandate.powers.map((power) => ({ value: power, text: powers[power].title })),
    }),
    ask.select({ name: 'scope', label: 'About what?', items: scopesIn(mandate, choices) }),
    ask.input({
      name: 'pounds',
      label: 'Up to how many pounds?',
      prefix: '£',
      inputmode: 'decimal',
      classes: 'govuk-input--width-10',
    }),
    ask.dateInput({ name: 'from', legend: 'From which day?' }),
    ask.dateInput({
      name: 'until',
      legend: 'Until which day?',
      hint: `The last day on which it may be used. Leave it empty for as long as ${mandate.ref} lasts`,
    }),
    ask.checkboxes({
      name: 'mayDelegate',
      legend: 'And again?',
      items: [{ value: 'yes', text: 'The other post may pass part of it on again' }],
    }),
    ask.dateInput({
      name: 'lapsesOn',
      legend: 'Lapses if it is not used by',
      hint: 'The last day on which it must have been used once. Leave it empty if it does not lapse',
    }),
    ask.textarea({
      name: 'words',
      label: 'In words',
      hint: 'As it will be published. For example: sign contracts below £50,000 for care at home',
      rows: 3,
    }),
  ]}`

/** The mandate's own scope, where the council's list does not name it, and all that it covers. */
const scopesIn = ({ scope, scopeTitle }: Answer['mandate'], choices: Choices) => {
  const items = subjectItems(choices, 'Choose a subject', scope)
  return scope === '' || items.some(({ value }) => value === scope)
    ? items
    : [...items.slice(0, 1), { text: scopeTitle, value: scope }, ...items.slice(1)]
}
