import { decisionMaker, democraticServices, powerWords, why } from '#authority'
import { asking, details, findingsList, questionPage, type Asking, type ShownFinding } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Explanation } from '#platform/law.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { typedDay } from '#platform/typed.ts'
import type { Refusal, Answer } from '#platform/use-case.ts'
import { dutiesSeenPath } from '../duties/paths.ts'
import { viewMakers } from '../jointly/queries.ts'
import { nil } from '../decision.ts'
import { isBody, sign } from '../sign.ts'
import { fieldErrors, onDesk, shownRefusal, type OnDesk } from './draft-question.ts'
import { findingsShown } from './findings-shown.ts'
import { meetingDayBoxes, meetingNamed, meetingOf } from '../meetings/pages/at-signing.ts'
import { recordPath, refusePath, signPath } from './paths.ts'
import { recordRead } from './record-read.ts'
import { willAuthorise } from './will-authorise.ts'

/** Do you decide this? */
export const signPage: Page = {
  path: signPath.pattern,
  may: [decisionMaker, democraticServices],
  get: (visit) => show(visit, null, null, {}),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const { given, errors } = read(form)
    if (Object.keys(errors).length) return show(visit, form, null, errors)
    const { version, post } = form.values
    const outcome = await visit.perform(sign, { ref, version, post, ...given }, form)
    return outcome.ok
      ? { redirect: `${recordPath({ ref })}?done=signed` }
      : show(visit, form, outcome.refusal, fieldErrors(outcome.refusal))
  },
}

function read({ values }: Form): { given: Record<string, unknown>; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const stated = (name: 'conflicts' | 'dispensations', none: string, ask: string) => {
    if (values[`${name}-kind`] === 'none') return none
    if (values[`${name}-kind`] !== 'some') errors[`${name}-kind`] = ask
    else if (!values[name]?.trim()) errors[name] = 'Write down what was declared or given.'
    return values[name]
  }
  const conflicts = stated('conflicts', nil.conflicts, 'Say whether any conflict of interest was declared.')
  const dispensations = stated('dispensations', nil.dispensations, 'Say whether any dispensation was given.')
  const day = typedDay(values, 'decidedOn')
  if (day && 'error' in day) errors['decidedOn'] = day.error
  return {
    given: { conflicts, dispensations, ...(day && 'value' in day ? { decidedOn: day.value.toString() } : {}) },
    errors,
  }
}

async function show(
  visit: Visit,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const { decision, choices, findings } = seen
  const { ref } = decision
  if (decision.state !== 'proposed') return { redirect: recordPath({ ref }) }
  const makers = await visit.ask(viewMakers, { ref })
  if (!makers.ok) return { refusal: makers.refusal }
  const together = makers.value.makers.length > 1
  // Of several who decide together, whoever reads this signs for their own post.
  const own = makers.value.yours[0]?.post ?? decision.maker
  const maker = choices.posts.find(({ post }) => post === own)
  const body = maker !== undefined && isBody(maker)
  const meeting = body ? await meetingOf(visit, ref) : null
  const ask = asking({ values: form?.values ?? meetingDayBoxes(meeting, visit.today), errors })
  const fields = boxes(ask, body)
  return {
    status: form ? 422 : 200,
    view: {
      title: `Do you decide this? ${decision.title}`,
      back: recordPath({ ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: ref,
        heading: decision.title,
        refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">
            Proposed to the <strong>${maker?.title ?? 'post that decides'}</strong>. This is the text that you sign,
            word for word, with what the rules say of it and what it will authorise.${meetingNamed(meeting)}
          </p>
          ${together && togetherWords(makers.value)} ${recordRead(seen)}
          <h2 class="govuk-heading-m">What was found</h2>
          ${findingsShown(onlyRecord(findings), (rule) => (rule === 'gate-duties-are-seen' ? dutiesSeenPath({ ref }) : undefined))}
          <h2 class="govuk-heading-m">What it will authorise</h2>
          ${willAuthorise(decision, choices)}
          <h2 class="govuk-heading-m">May the ${maker?.title ?? 'post'} decide this?</h2>
          ${await mayDecide(visit, seen, own)}
          <h2 class="govuk-heading-m">Decide it</h2>`,
        fields,
        hidden: html`${visit.formFields()}<input
            type="hidden"
            name="version"
            value="${form ? form.values['version'] : decision.version}"
          />${together && own !== null && html`<input type="hidden" name="post" value="${own}" />`}`,
        buttonText: 'Sign the decision',
        cancel: visit.actor.roles.includes(decisionMaker)
          ? { text: 'Refuse it instead', href: refusePath({ ref }) }
          : { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

const togetherWords = ({ makers }: Answer<typeof viewMakers>): Html =>
  html`<p class="govuk-body">
    It is decided together by
    ${makers
      .map(
        ({ title, signature }) =>
          `the ${title} (${signature ? `signed by ${signature.name} on ${longDay(signature.signedOn)}` : 'has not signed yet'})`,
      )
      .join(' and ')}.
    It is decided on the day of the last signature.
  </p>`

// What the form below asks for is not yet missing.
const onlyRecord = (findings: OnDesk['findings']): OnDesk['findings'] => ({
  ...findings,
  gate: findings.gate.filter(
    ({ rule }) => rule !== 'gate-conflicts-are-stated' && rule !== 'gate-dispensations-are-stated',
  ),
})

function boxes(ask: Asking, body: boolean): Html[] {
  const choice = (name: 'conflicts' | 'dispensations', question: string, some: string, label: string) => {
    const words = ask.textarea({ name, label, rows: 4 })
    return ask.radios({
      name: `${name}-kind`,
      legend: { text: question, classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'none', text: 'None', hint: `The record will say: “${nil[name]}”` },
        { value: 'some', text: some, conditional: words },
      ],
    })
  }
  return [
    choice(
      'conflicts',
      'Was any conflict of interest declared?',
      'These were declared',
      'Who declared what, in the words of the record',
    ),
    choice('dispensations', 'Was any dispensation given?', 'These were given', 'Which dispensation, given by whom'),
    ask.dateInput({
      name: 'decidedOn',
      legend: {
        text: body ? 'On which day did the meeting decide it?' : 'On which day is it decided?',
        classes: 'govuk-fieldset__legend--s',
      },
      hint: body ? 'The day of the meeting' : 'Today, unless it was decided before it could be signed here',
    }),
  ]
}

/** Whether the post may decide this sum for this subject today, and where that is written. */
async function mayDecide(
  visit: Visit,
  { decision: { isKey, subject, value } }: OnDesk,
  maker: string | null,
): Promise<Html> {
  const power = isKey ? 'decide-key' : 'decide'
  const outcome = await visit.ask(why, {
    post: maker,
    power,
    subject: subject ?? '',
    pence: value?.kind === 'stated' ? value.pence : 0n,
  })
  if (!outcome.ok) return html`<p class="govuk-body">${outcome.refusal.what}</p>`
  const { may, considered } = outcome.value
  if (considered.length === 0)
    return html`<p class="govuk-body">
      <strong>No.</strong> Nothing gives it the power to ${powerWords(power)}: no decision, and no entry of the scheme
      of delegation.
    </p>`
  const [first] = considered
  return html`<p class="govuk-body">
      <strong>${may ? 'Yes' : 'No'}</strong>, on
      ${longDay(visit.today)}${may && first && html`, under ${first.from} (${first.ceiling})`}.${
        value?.kind === 'not-stated'
        && ' What has no stated value can be decided only by a post or body without a limit.'
      }
    </p>
    ${details({
      summary: 'How that was weighed, rule by rule',
      open: !may,
      text: html`${(may ? considered.slice(0, 1) : considered).map(
        ({ mandate, from, rules }) =>
          html`<h3 class="govuk-heading-s">${mandate.ref}, from ${from}</h3>
            ${findingsList(rules.map(shownRule))}`,
      )}`,
    })}`
}

const shownRule = ({ outcome, says, title, working, sources }: Explanation): ShownFinding => ({
  weight: outcome === 'not-applicable' ? 'note' : outcome,
  says: says ?? title,
  working,
  sources,
})
