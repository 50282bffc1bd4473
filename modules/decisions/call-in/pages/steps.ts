import { democraticServices, monitoringOfficer, scrutiny } from '#authority'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { fixHearing, hearCallIn, recordCouncil } from '../hear.ts'
import { judgeCallIn } from '../judge.ts'
import { councilPath, heardPath, hearingPath, judgePath, lapsePath, reopenPath, withdrawCallInPath } from '../paths.ts'
import { dueWords } from '../rules/dealt-with-in-time.ts'
import { letCallInLapse, reopenLapsed } from '../lapse.ts'
import { withdrawCallIn } from '../withdraw.ts'
import { labelOf, legendOf, stepQuestion, type Seen } from './step-question.ts'

/** Is the request valid? */
export const judgePage = stepQuestion({
  path: judgePath,
  may: [monitoringOfficer, democraticServices],
  when: ['received'],
  does: judgeCallIn,
  done: 'call-in-judged',
  button: 'Save the judgement',
  heading: 'Is the call-in valid?',
  lead: ({ callIn }) =>
    html`<h2 class="govuk-heading-s">What was checked when it came</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${(callIn.steps[0]?.detail.findings ?? []).map((one) => html`<li>${one}</li>`)}
      </ul>`,
  fields: (ask) => [
    ask.radios({
      name: 'valid',
      legend: legendOf('Your judgement'),
      items: [
        { value: 'yes', text: 'It is valid, and goes to scrutiny' },
        {
          value: 'no',
          text: 'It is not valid',
          hint: 'The clauses are released at once. Those who called in have the days that were left to put it right.',
        },
      ],
    }),
    ask.textarea({ name: 'says', label: labelOf('Reasons'), hint: 'They are published.', rows: 5 }),
  ],
})

const hearingWords = ({ calling: { rule }, callIn }: Seen): Html =>
  html`<p class="govuk-body">
    ${rule?.hearing ? `The council’s rule asks for a hearing ${dueWords(rule.hearing, callIn.calledOn, rule.calendar)}.` : 'The council’s rule sets no day: it is heard at the next meeting.'}${
      rule?.hearing?.otherwise === 'takes-effect' && ' After that the decision takes effect.'
    }
  </p>`

const bodies = ({ calling: { committees } }: Seen) => [
  { value: '', text: 'Choose' },
  ...committees.map(({ post, title }) => ({ value: post, text: title })),
]

/** A day that was typed, by the name of its boxes; absent where nothing was. */
function dayTyped({ values }: Form, name: string): { day?: string } | { error: string } {
  const read = typedDay(values, name)
  return read === null ? {} : 'error' in read ? read : { day: read.value.toString() }
}

/** When and by whom is it heard? */
export const hearingPage = stepQuestion({
  path: hearingPath,
  may: [democraticServices],
  when: ['valid'],
  does: fixHearing,
  done: 'hearing-fixed',
  button: 'Fix the hearing',
  heading: 'When is the call-in heard?',
  lead: (seen) => hearingWords(seen),
  typed: ({ callIn, calling }) => ({
    body: callIn.body ?? (calling.committees.length === 1 ? (calling.committees[0]?.post ?? '') : ''),
    ...dayBoxes('on', callIn.hearing ?? callIn.due),
  }),
  fields: (ask, seen) => [
    ask.select({ name: 'body', label: labelOf('Which committee hears it?'), items: bodies(seen) }),
    ask.dateInput({ name: 'on', legend: legendOf('On which day?') }),
  ],
  read: (form) => {
    const day = dayTyped(form, 'on')
    return 'error' in day
      ? { errors: { on: day.error } }
      : day.day === undefined
        ? { errors: { on: 'Enter the day of the hearing.' } }
        : { input: { body: form.values['body'], on: day.day } }
  },
})

/** What did scrutiny decide? */
export const heardPage = stepQuestion({
  path: heardPath,
  may: [democraticServices],
  when: ['valid'],
  does: hearCallIn,
  done: 'call-in-heard',
  button: 'Save what scrutiny decided',
  heading: 'How was the call-in heard?',
  lead: (seen) =>
    html`${hearingWords(seen)}${seen.calling.rule?.attend !== undefined && html`<p class="govuk-body">${seen.calling.rule.attend} of those who called it in must attend; without them the decision can only be let stand.</p>`}`,
  typed: ({ callIn, calling }) => ({
    body: callIn.body ?? (calling.committees.length === 1 ? (calling.committees[0]?.post ?? '') : ''),
    ...dayBoxes('heardOn', callIn.hearing),
  }),
  fields: (ask, seen) => {
    const council = seen.calling.rule?.council ?? 'always'
    return [
      ask.select({ name: 'body', label: labelOf('Which committee heard it?'), items: bodies(seen) }),
      ask.dateInput({ name: 'heardOn', legend: legendOf('On which day?'), hint: 'Today, if you leave it empty' }),
      ask.checkboxes({
        name: 'callers',
        legend: legendOf('Who of those who called it in attended?'),
        classes: 'govuk-checkboxes--small',
        items: seen.callIn.calledBy.map(({ name }) => ({ value: name, text: name })),
      }),
      ask.textarea({
        name: 'others',
        label: labelOf('Who else attended? (optional)'),
        hint: 'One a line: those who decided, officers',
        rows: 3,
      }),
      ask.radios({
        name: 'outcome',
        legend: legendOf('What did scrutiny decide?'),
        items: [
          { value: 'released', text: 'It lets the decision stand', hint: 'The clauses are released' },
          { value: 'referred-back', text: 'It refers the decision back to whoever decided, with its comments' },
          ...(council === 'never'
            ? []
            : [
                {
                  value: 'referred-to-council',
                  text: 'It refers the decision to full council',
                  ...(council === 'outside-framework' && {
                    hint: 'Only where the decision goes against the budget or the policy framework',
                  }),
                },
              ]),
        ],
      }),
      ask.textarea({
        name: 'says',
        label: labelOf('Comments'),
        hint: 'What scrutiny recommends, and why. They are published.',
        rows: 6,
      }),
      council === 'outside-framework'
        && ask.radios({
          name: 'contrary',
          legend: legendOf('What did the statutory officer advise? (optional)'),
          items: [
            { value: 'yes', text: 'The decision goes against the budget or the policy framework' },
            { value: 'no', text: 'It does not' },
          ],
        }),
      council === 'outside-framework'
        && ask.input({ name: 'adviser', label: labelOf('Who advised?'), hint: 'For example the Monitoring Officer' }),
      council === 'outside-framework' && ask.textarea({ name: 'advice', label: labelOf('The advice'), rows: 4 }),
    ]
  },
  read: (form) => {
    const day = dayTyped(form, 'heardOn')
    if ('error' in day) return { errors: { heardOn: day.error } }
    const { body, outcome, says, others = '', contrary, adviser, advice } = form.values
    const named = others
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean)
    return {
      input: {
        outcome,
        says,
        ...(body ? { body } : {}),
        ...(day.day !== undefined && { heardOn: day.day }),
        attended: [...(form.lists['callers'] ?? []), ...named],
        ...(contrary || adviser || advice ? { advice: [{ by: adviser, says: advice, contrary }] } : {}),
      },
    }
  },
})

/** What did full council say? */
export const councilPage = stepQuestion({
  path: councilPath,
  may: [democraticServices],
  when: ['referred-to-council'],
  does: recordCouncil,
  done: 'call-in-heard',
  button: 'Save what council decided',
  heading: 'What did full council say?',
  fields: (ask) => [
    ask.dateInput({ name: 'on', legend: legendOf('On which day?'), hint: 'Today, if you leave it empty' }),
    ask.radios({
      name: 'outcome',
      legend: legendOf('What did it decide?'),
      items: [
        { value: 'released', text: 'It does not object: the decision stands' },
        { value: 'referred-back', text: 'It refers the decision back to whoever decided, with its views' },
      ],
    }),
    ask.textarea({ name: 'says', label: labelOf('Its views'), hint: 'They are published.', rows: 5 }),
  ],
  read: (form) => {
    const day = dayTyped(form, 'on')
    return 'error' in day
      ? { errors: { on: day.error } }
      : {
          input: {
            outcome: form.values['outcome'],
            says: form.values['says'],
            ...(day.day !== undefined && { on: day.day }),
          },
        }
  },
})

/** Why is it withdrawn? */
export const withdrawCallInPage = stepQuestion({
  path: withdrawCallInPath,
  may: [scrutiny, democraticServices],
  when: ['received', 'valid'],
  does: withdrawCallIn,
  done: 'call-in-withdrawn',
  button: 'Withdraw',
  warning: true,
  heading: 'Withdraw from the call-in?',
  lead: (_, { actor }) =>
    html`<p class="govuk-body">
      ${actor.roles.includes(democraticServices) ? 'Record that all who called it in have withdrawn in writing. The clauses are released.' : 'Your name is taken off. Once those who are left are no longer enough, the call-in is withdrawn and the clauses are released.'}
    </p>`,
  fields: (ask) => ask.textarea({ name: 'says', label: labelOf('Why?'), hint: 'It is published.', rows: 4 }),
})

/** Has its time run out? */
export const lapsePage = stepQuestion({
  path: lapsePath,
  may: [democraticServices, monitoringOfficer],
  when: ['valid', 'referred-back'],
  does: letCallInLapse,
  done: 'call-in-lapsed',
  button: 'Record that its time ran out',
  heading: 'Has the call-in run out of time?',
  lead: ({ callIn: { due } }) =>
    html`<p class="govuk-body">
      ${due ? `The time ran until ${longDay(due)}. Under the council’s rule the decision takes effect on the day after, ${longDay(due.add({ days: 1 }))}.` : 'The council’s rule sets no time.'}
    </p>`,
})

/** Why did its time not run out after all? */
export const reopenPage = stepQuestion({
  path: reopenPath,
  may: [democraticServices, monitoringOfficer],
  when: ['lapsed'],
  does: reopenLapsed,
  done: 'call-in-reopened',
  button: 'Suspend the clauses again',
  warning: true,
  heading: 'Take back that its time ran out?',
  lead: ({ callIn: { releasedOn } }) =>
    html`<p class="govuk-body">
      What was suspended stands again since ${releasedOn ? longDay(releasedOn) : 'its time ran out'}. From today it is
      suspended anew; what was done under it meanwhile stays done. No time is counted for this call-in again: it waits
      until it is dealt with.
    </p>`,
  fields: (ask) =>
    ask.textarea({
      name: 'says',
      label: labelOf('Why had its time not run out?'),
      hint: 'For example, when scrutiny met. It is published.',
      rows: 4,
    }),
})
