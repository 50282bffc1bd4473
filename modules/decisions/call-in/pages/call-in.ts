import { scrutiny } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal, Answer } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal, type OnDesk } from '../../pages/draft-question.ts'
import { decisionPath, recordPath } from '../../pages/paths.ts'
import { verbTitle } from '../../pages/state-tag.ts'
import { clauseName } from '../../pages/will-authorise.ts'
import { callIn } from '../call-in.ts'
import { callInPath, callInWindowPath } from '../paths.ts'
import { viewCallers } from '../queries.ts'
import { waysOfCallingIn } from '../rules/who-may-call-in.ts'

/** Which clauses are called in, by whom and why? */
export const callInPage: Page = {
  path: callInPath.pattern,
  may: [scrutiny],
  get: (visit) => askCallIn(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const typed = (form.values['callers'] ?? '')
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean)
    const callers = [...(form.lists['members'] ?? []), ...typed]
    const { grounds, substitute } = form.values
    const outcome = await visit.perform(
      callIn,
      { ref, clauses: form.lists['clauses'] ?? [], callers, chosen: form.lists['chosen'] ?? [], grounds, substitute },
      form,
    )
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=called-in` } : askCallIn(visit, form, outcome.refusal)
  },
}

const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })
const label = (text: string) => ({ text, classes: 'govuk-label--s' })

async function askCallIn(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const asked = await visit.ask(viewCallers, { ref: outcome.value.decision.ref })
  if (!asked.ok) return { refusal: asked.refusal }
  const { decision } = outcome.value
  const { ref } = decision
  const { rule, lastDay } = asked.value
  const errors = refusal ? fieldErrors(refusal) : {}
  if (rule?.callers && errors['callers']) errors['members'] = errors['callers']
  const ask = asking({ values: form?.values, lists: form?.lists, errors })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Call clauses in',
      back: callInWindowPath(),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${decision.title}`,
        heading: 'Call clauses in',
        refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">
          ${lastDay ? `The last day is ${longDay(lastDay)}${rule?.cutoffTime && lastDay.equals(decision.callInLastDay ?? lastDay) ? `, until ${rule.cutoffTime}` : ''}.` : 'This decision is not subject to call-in.'}
          Everything that hangs on the clauses that you choose is suspended at once.
          <a class="govuk-link" href="${decisionPath({ ref })}">Read the decision</a>
        </p>`,
        fields: boxes(ask, outcome.value, asked.value),
        hidden: visit.formFields(),
        buttonText: 'Call in',
        cancel: { text: 'Cancel', href: callInWindowPath() },
      }),
    },
  }
}

function boxes(ask: Asking, { decision }: OnDesk, { rule, open, members }: Answer<typeof viewCallers>): Html {
  const able = decision.clauses.filter(({ clause }) => open.includes(clause))
  const least = rule?.minCallers ?? 1
  return html`${[
    ask.checkboxes({
      name: 'clauses',
      legend: legend('Which clauses?'),
      hint:
        rule?.clauses === 'whole'
          ? 'Here a decision is called in as a whole: choose all of them.'
          : 'Only clauses that decide something can be called in. The others go on.',
      items: able.map((clause) => ({
        value: clause.clause,
        text: `${clauseName(clause)} ${verbTitle(clause.verb)}`,
        hint: clause.words.length > 300 ? `${clause.words.slice(0, 300)}…` : clause.words,
      })),
    }),
    rule?.callers
      ? ask.checkboxes({
          name: 'members',
          legend: legend('Who calls it in?'),
          hint: `It takes ${waysOfCallingIn(rule.callers)}.`,
          classes: 'govuk-checkboxes--small',
          items: members.map(({ name, title }) => ({ value: name, text: name, hint: title })),
        })
      : ask.textarea({
          name: 'callers',
          label: label('Who calls it in?'),
          hint: `One member a line.${least > 1 ? ` It takes ${least}.` : ''}`,
          rows: 5,
        }),
    rule?.grounds?.list !== undefined
      && ask.checkboxes({
        name: 'chosen',
        legend: legend('On which of the council’s grounds?'),
        hint: 'Choose one or more. They are published with the decision.',
        items: rule.grounds.list.map((one) => ({ value: one, text: one })),
      }),
    ask.textarea({
      name: 'grounds',
      label: label(rule?.grounds?.list === undefined ? 'On which grounds?' : 'Particulars'),
      rows: 6,
      hint: rule?.grounds?.particulars
        ? 'The facts and matters that you rely upon. They are published with the decision.'
        : 'They are published with the decision.',
    }),
    rule?.grounds?.substitute === true
      && ask.textarea({
        name: 'substitute',
        label: label('Which decision would you put in its place?'),
        hint: 'The council’s rule asks for it.',
        rows: 4,
      }),
  ]}`
}
