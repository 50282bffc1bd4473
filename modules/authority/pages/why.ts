import { asking, button, details, errorSummary, findingsList, insetText, select, statusTag, type Asking } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { rulePath } from '#platform/rule-register.ts'
import { dayBoxes, typedDay, typedPounds } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { listChoices } from '../list-choices.ts'
import { mandatePath, mandatesPath, newActPath, postPath, whyPath } from '../paths.ts'
import { powers, powerWords } from '../powers.ts'
import { everybody, officer } from '../roles.ts'
import { shownWithTheAct, why, type Considered } from '../why.ts'
import { postItems, powerItems, subjectItems, type Choices } from './choices.ts'

type Answer = Extract<Awaited<ReturnType<typeof why.run>>, { ok: true }>['value']

const question = 'Why may I, why may I not?'

/** Why may a post do this, or why not? Asked by GET, so that an answer can be linked to. */
export const whyPage: Page = {
  path: whyPath.pattern,
  may: everybody,
  async get(visit) {
    const choices = await visit.ask(listChoices, {})
    if (!choices.ok) return { refusal: choices.refusal }
    const { query } = visit
    const asked = Boolean(query['post'] || query['power'])
    const read = readQuestion(visit, asked)
    const outcome = asked && !Object.keys(read.errors).length ? await visit.ask(why, read.input) : null
    const errors = { ...read.errors, ...(outcome && !outcome.ok ? fieldsOf(outcome) : {}) }
    const ask = asking({
      values: { ...query, ...(read.input.day && !errors['day'] ? dayBoxes('day', read.input.day) : {}) },
      errors,
    })
    const form = formOf(ask, choices.value, query)
    const wrong = ask.errorList()
    return {
      status: wrong.length ? 422 : 200,
      view: {
        title: outcome?.ok ? inShort(outcome.value) : question,
        hasErrors: wrong.length > 0,
        body: html`${wrong.length > 0 && errorSummary({ errorList: wrong })}
          ${
            outcome?.ok
              ? answered(visit, outcome.value, choices.value)
              : html`<h1 class="govuk-heading-l">${question}</h1>
                  <p class="govuk-body-l">
                    Choose a post and what it wants to do. The answer weighs every mandate that could allow it, rule by
                    rule.
                  </p>`
          }
          <div class="govuk-!-display-none-print">
            ${outcome?.ok && html`<h2 class="govuk-heading-m">Ask something else</h2>`}${form}
          </div>`,
      },
    }
  },
}

function readQuestion({ query, today }: Visit, asked: boolean) {
  const errors: Record<string, string> = {}
  const sum = typedPounds(query, 'pounds')
  const day = typedDay(query, 'day')
  if (sum && 'error' in sum) errors['pounds'] = sum.error
  if (day && 'error' in day) errors['day'] = day.error
  if (asked && !query['post']) errors['post'] = 'Choose a post.'
  if (asked && !query['power']) errors['power'] = 'Choose what it wants to do.'
  return {
    errors,
    input: {
      post: query['post'],
      power: query['power'],
      subject: query['subject'] ?? '',
      pence: sum && 'value' in sum ? sum.value : 0n,
      day: day && 'value' in day ? day.value : today,
    },
  }
}

const fieldsOf = ({ refusal }: Extract<Outcome<unknown>, { ok: false }>): Record<string, string> =>
  refusal.kind === 'invalid' ? refusal.fields : { post: refusal.what }

function formOf(ask: Asking, choices: Choices, query: Visit['query']): Html {
  return html`<form method="get" action="${whyPath()}" novalidate>
    ${[
      ask.select({ name: 'post', label: 'Post', items: postItems(choices, 'Choose a post') }),
      ask.select({ name: 'power', label: 'What it wants to do', items: powerItems('Choose what') }),
      select({
        name: 'subject',
        label: 'Subject',
        value: query['subject'],
        items: subjectItems(choices, 'Everything the council does'),
      }),
      ask.input({
        name: 'pounds',
        label: 'Value in pounds',
        hint: 'Leave it empty where no money is committed',
        prefix: '£',
        inputmode: 'decimal',
        classes: 'govuk-input--width-10',
      }),
      ask.dateInput({ name: 'day', legend: 'On which day?', hint: 'Today, if you leave it empty' }),
    ]}${button({ text: 'Ask' })}
  </form>`
}

function inShort({ may, considered }: Answer): string {
  const allowing = considered.filter(({ allows }) => allows)
  return may
    ? `Yes: ${allowing.map(({ mandate }) => mandate.ref).join(' and ')} ${allowing.length === 1 ? 'allows' : 'allow'} this`
    : may === null
      ? 'It is not said: what would allow this withholds how much it allows'
      : 'No: nothing allows this'
}

function answered({ actor }: Visit, answer: Answer, { subjects }: Choices): Html {
  const { post, power, subject, pence, day, may, considered } = answer
  const deed = `${powerWords(power)}${pence > 0n ? ` worth ${pounds(pence)}` : ''}`
  const about = subject === '' ? '' : `, ${subjects.find((one) => one.subject === subject)?.title ?? subject}`
  return html`<span class="govuk-caption-l">${post.title}: ${deed}${about}, ${longDay(day)}</span>
    <h1 class="govuk-heading-l">${inShort(answer)}</h1>
    ${
      considered.length === 0
        ? html`<p class="govuk-body">
              No decision and no entry in the scheme of delegation gives the
              <a class="govuk-link" href="${postPath({ post: post.post })}">${post.title}</a> the power to
              ${powerWords(power)}.
            </p>
            <p class="govuk-body">
              Ask for a decision that delegates it, or see
              <a class="govuk-link" href="${withQuery(mandatesPath(), { power, day: day.toString() })}"
                >which posts have this power</a
              >.
            </p>`
        : html`<p class="govuk-body">
            ${considered.length === 1 ? 'One mandate gives' : `${considered.length} mandates give`} this post the power
            to ${powerWords(power)}. Each was weighed for what you
            asked${
              may
                ? ''
                : html`. See also
                    <a class="govuk-link" href="${withQuery(mandatesPath(), { power, day: day.toString() })}"
                      >which other posts have this power</a
                    >`
            }.
          </p>`
    }
    ${considered.map((one) => weighed(one, answer, actor.roles.includes(officer)))}`
}

function weighed(
  { mandate, from, ceiling, left, allows, withheld, stillToShow, rules }: Considered,
  { power, subject, pence, day }: Answer,
  mayRecord: boolean,
): Html {
  return html`<section class="govuk-!-margin-bottom-7">
    <h2 class="govuk-heading-m govuk-!-margin-bottom-2">
      <a class="govuk-link" href="${mandatePath({ ref: mandate.ref })}">${mandate.ref}</a> ${statusTag(
        allows === null ? 'Not said' : allows ? 'Allows it' : 'Does not allow it',
        allows === null ? 'information' : allows ? 'good' : 'bad',
      )}
    </h2>
    <p class="govuk-body">From ${from}. Limit: ${ceiling}${left === null ? '' : `; ${pounds(left)} left`}.</p>
    ${withheld && html`<p class="govuk-body">${allows === null ? 'Everything else that was checked is met. How much of it is left is withheld, and so whether this sum fits is not said.' : 'How much of it is left is withheld.'}</p>`}
    ${
      stillToShow.length > 0
      && insetText({
        text: html`An act under it also has to show, with who, what and when:
          <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
            ${stillToShow.map((words) => html`<li>${words}</li>`)}
          </ul>`,
      })
    }
    ${allows === false && findingsList(rules.filter(({ rule, outcome }) => !shownWithTheAct(rule) && outcome === 'not-met').map(finding))}
    ${details({
      summary: html`${allows !== false ? 'Everything that was checked' : 'What else was checked, and is met'}<span
          class="govuk-visually-hidden"
          >: ${mandate.ref}</span
        >`,
      text: findingsList(rules.filter(({ outcome }) => outcome === 'met').map(finding)),
      open: allows !== false,
    })}
    ${
      allows
      && mayRecord
      && html`<p class="govuk-body govuk-!-display-none-print">
        <a
          class="govuk-link"
          href="${withQuery(newActPath(), {
            under: mandate.ref,
            power,
            subject,
            pounds: powers[power].valued && pence > 0n ? String(Number(pence) / 100) : undefined,
            day: day.toString(),
          })}"
          >Record this act under ${mandate.ref}</a
        >
      </p>`
    }
  </section>`
}

const finding = ({ rule, title, sources, outcome, says, working }: Considered['rules'][number]) => ({
  weight: outcome === 'met' ? ('met' as const) : ('not-met' as const),
  says: says ?? title,
  working,
  sources,
  link: { text: 'The rule', href: rulePath(rule) },
})
