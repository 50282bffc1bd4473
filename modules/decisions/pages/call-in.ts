import { democraticServices, scrutiny } from '#authority'
import { asking, pager, questionPage } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, shortDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { callIn, releaseCallIn } from '../call-in.ts'
import { ruleOf } from '../clock.ts'
import { operative } from '../decision.ts'
import { viewCallInWindow } from '../queries.ts'
import { fieldErrors, onDesk, shownRefusal } from './draft-question.ts'
import { callInPath, callInWindowPath, decisionPath, deskPath, recordPath, releaseCallInPath } from './paths.ts'
import { prose } from './prose.ts'
import { verbTitle } from './state-tag.ts'
import { clauseName } from './will-authorise.ts'

/** What can be called in? */
export const callInWindowPage: Page = {
  path: callInWindowPath.pattern,
  may: [scrutiny, democraticServices],
  get: async (visit) => {
    const { after } = visit.query
    const outcome = await visit.ask(viewCallInWindow, { after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { decisions, next } = outcome.value
    const mayCall = visit.actor.roles.includes(scrutiny)
    return {
      view: {
        title: 'What can be called in', back: deskPath(),
        body: html`<h1 class="govuk-heading-l">What can be called in</h1><p class="govuk-body">Published and not yet in effect on ${longDay(visit.today)}; the first to take effect comes first.</p>
${decisions.length === 0 ? html`<p class="govuk-inset-text">Nothing is in the call-in window today.</p>` : html`<div class="remit-scroll" role="region" tabindex="0" aria-label="Decisions in the call-in window"><table class="govuk-table remit-window"><caption class="govuk-table__caption govuk-visually-hidden">Decisions in the call-in window</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Decision</th><th scope="col" class="govuk-table__header">Who decided</th><th scope="col" class="govuk-table__header">Takes effect</th>${mayCall && html`<th scope="col" class="govuk-table__header">Call-in</th>`}</tr></thead><tbody class="govuk-table__body">${decisions.map(({ ref, title, makerTitle, effectiveOn }) =>
          html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><a class="govuk-link" href="${decisionPath({ ref })}">${title}</a><span class="remit-ref">${ref}</span></th><td class="govuk-table__cell">${makerTitle}</td><td class="govuk-table__cell remit-day">${shortDay(effectiveOn)}</td>${mayCall && html`<td class="govuk-table__cell"><a class="govuk-link" href="${callInPath({ ref })}">Call in<span class="govuk-visually-hidden"> ${title}</span></a></td>`}</tr>`)}</tbody></table></div>`}
${(after !== undefined || next !== null) && pager({ label: `${decisions.length} shown`, of: 'the window', previous: after === undefined ? undefined : callInWindowPath(), next: next === null ? undefined : withQuery(callInWindowPath(), { after: next }) })}`,
      },
    }
  },
}

/** Which clauses are called in, by whom and why? */
export const callInPage: Page = {
  path: callInPath.pattern,
  may: [scrutiny],
  get: (visit) => askCallIn(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const callers = (form.values['callers'] ?? '').split('\n').map((name) => name.trim()).filter(Boolean)
    const outcome = await visit.perform(callIn, { ref, clauses: form.lists['clauses'] ?? [], callers, grounds: form.values['grounds'] }, form)
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=called-in` } : askCallIn(visit, form, outcome.refusal)
  },
}

async function askCallIn(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, callIns, choices } = outcome.value
  const { ref } = decision
  const open = new Set(callIns.filter((one) => one.outcome === null).flatMap(({ clauses }) => clauses.map(({ clause }) => clause)))
  const able = decision.clauses.filter(({ verb, clause }) => operative.includes(verb) && !open.has(clause))
  const least = choices.callIn ? ruleOf(choices.callIn.value).minCallers : undefined
  const ask = asking({ values: form?.values, lists: form?.lists, errors: refusal ? fieldErrors(refusal) : {} })
  const fields = [
    ask.checkboxes({
      name: 'clauses', legend: { text: 'Which clauses?', classes: 'govuk-fieldset__legend--s' }, hint: 'Only clauses that decide something can be called in. The others go on.',
      items: able.map((clause) => ({ value: clause.clause, text: `${clauseName(clause)} ${verbTitle(clause.verb)}`, hint: clause.words.length > 300 ? `${clause.words.slice(0, 300)}…` : clause.words })),
    }),
    ask.textarea({ name: 'callers', label: { text: 'Who calls it in?', classes: 'govuk-label--s' }, hint: `One member a line.${least !== undefined && least > 1 ? ` It takes ${least}.` : ''}`, rows: 5 }),
    ask.textarea({ name: 'grounds', label: { text: 'On which grounds?', classes: 'govuk-label--s' }, hint: 'They are published with the decision.', rows: 6 }),
  ]
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Call clauses in', back: callInWindowPath(), hasErrors: refusal !== null,
      body: questionPage({
        ask, caption: `${ref} · ${decision.title}`, heading: 'Call clauses in', refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">${decision.callInLastDay ? `The last day is ${longDay(decision.callInLastDay)}.` : 'This decision is not subject to call-in.'} Everything that hangs on the clauses that you choose is suspended at once. <a class="govuk-link" href="${decisionPath({ ref })}">Read the decision</a></p>`,
        fields, hidden: visit.formFields(), buttonText: 'Call in', cancel: { text: 'Cancel', href: callInWindowPath() },
      }),
    },
  }
}

/** What came of the call-in? */
export const releaseCallInPage: Page = {
  path: releaseCallInPath.pattern,
  may: [democraticServices],
  get: (visit) => askRelease(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', callIn: id } = visit.params
    const outcome = await visit.perform(releaseCallIn, { ref, callIn: id, outcome: form.values['outcome'], says: form.values['says'] }, form)
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=released` } : askRelease(visit, form, outcome.refusal)
  },
}

async function askRelease(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, callIns } = outcome.value
  const { ref } = decision
  const found = callIns.find((one) => one.callIn === visit.params['callIn'])
  if (!found) return { refusal: { kind: 'missing', what: `${ref} has no such call-in.`, because: [], next: 'Check the address or the reference.', fields: {} } }
  if (found.outcome && !refusal) return { redirect: recordPath({ ref }) }
  const ask = asking({ values: form?.values, errors: refusal ? { ...fieldErrors(refusal), ...(refusal.fields['outcome'] && { outcome: 'Choose how it ended.' }) } : {} })
  const fields = [
    ask.radios({ name: 'outcome', legend: { text: 'How did it end?', classes: 'govuk-fieldset__legend--s' }, items: [{ value: 'released', text: 'Scrutiny heard it and the decision stands', hint: 'Released' }, { value: 'withdrawn', text: 'Those who called it in withdrew it' }] }),
    ask.textarea({ name: 'says', label: { text: 'What was said?', classes: 'govuk-label--s' }, hint: 'Recommendations and the answer to them, in a few words. They are published.', rows: 5 }),
  ]
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'What came of the call-in?', back: recordPath({ ref }), hasErrors: refusal !== null,
      body: questionPage({
        ask, caption: `${ref} · ${decision.title}`, heading: 'What came of the call-in?', refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">Called in on ${longDay(found.calledOn)} by ${found.callers}.</p><div class="govuk-inset-text">${prose(found.grounds)}</div><p class="govuk-body">Once it is released, what hangs on the clauses may be used again from today.</p>`,
        fields, hidden: visit.formFields(), buttonText: 'Release the call-in', cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}
