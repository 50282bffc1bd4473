import { asking, questionPage, type Asking } from '#govuk'
import { html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, type Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { recall } from '../ends/recall.ts'
import { revokeMandate } from '../ends/revoke-mandate.ts'
import { mandatePath, recallPath, revokePath } from '../paths.ts'
import { readMandate } from '../read-mandate.ts'
import { decisionMaker, monitoringOfficer, officer } from '../roles.ts'
import type { Answer } from './mandate-tree.ts'
import { asPanel, dayIn, poundsIn, shownRefusal, wrongWith, type Wrong } from './typed-input.ts'

const may = [officer, decisionMaker, monitoringOfficer]
const because = (ask: Asking) =>
  ask.textarea({ name: 'because', label: 'Why?', hint: 'These words are published', rows: 3 })

/** From which day does this mandate end, and why? */
export const revokePage: Page = {
  path: revokePath.pattern,
  may,
  get: (visit) => showRevoke(visit, dayBoxes('on', visit.today), {}, null),
  async post(visit, form) {
    const wrong: Wrong = {}
    const input = {
      mandate: visit.params['ref'],
      on: dayIn(form.values, 'on', wrong, 'Enter the first day on which it no longer holds.'),
      because: form.values['because'],
    }
    const all = wrongWith(revokeMandate.input, input, wrong, (path) => path)
    if (Object.keys(all).length) return showRevoke(visit, form.values, all, null)
    const outcome = await visit.perform(revokeMandate, input, form)
    return outcome.ok
      ? { redirect: mandatePath({ ref: outcome.value.ref }) }
      : showRevoke(visit, form.values, {}, outcome)
  },
}

const showRevoke = (visit: Visit, values: Typed, wrong: Wrong, outcome: Outcome<unknown> | null): Promise<Reply> =>
  show(visit, values, wrong, outcome, ({ mandate, children }) => ({
    heading: `Revoke ${mandate.ref}`,
    button: 'Revoke it',
    warning: true,
    lead: html`<p class="govuk-body">
      The ${mandate.holderTitle} can no longer use it from that day.
      ${children.length > 0 && `What was passed on from it ends with it: ${children.map((one) => one.ref).join(', ')}. `}${
        mandate.source === 'sub-delegation'
        && 'What was neither used nor passed on goes back to the post that passed it on. '
      }What
      was done under it stands; record what was done and is not recorded yet before you revoke it.
    </p>`,
    fields: (ask) => [
      ask.dateInput({ name: 'on', legend: 'From which day?', hint: 'The first day on which it no longer holds' }),
      because(ask),
    ],
  }))

/** How much of what was passed on comes back? */
export const recallPage: Page = {
  path: recallPath.pattern,
  may,
  get: (visit) => showRecall(visit, {}, {}, null),
  async post(visit, form) {
    const wrong: Wrong = {}
    const input = {
      mandate: visit.params['ref'],
      pence: poundsIn(form.values, 'pounds', wrong, 'Enter how much to recall, in pounds.'),
      because: form.values['because'],
    }
    const all = wrongWith(recall.input, input, wrong, (path) => (path === 'pence' ? 'pounds' : path))
    if (Object.keys(all).length) return showRecall(visit, form.values, all, null)
    const outcome = await visit.perform(recall, input, form)
    return outcome.ok
      ? { redirect: mandatePath({ ref: outcome.value.ref }) }
      : showRecall(visit, form.values, {}, outcome)
  },
}

const showRecall = (visit: Visit, values: Typed, wrong: Wrong, outcome: Outcome<unknown> | null): Promise<Reply> =>
  show(visit, values, wrong, outcome, ({ mandate, left }) => ({
    heading: `Recall part of ${mandate.ref}`,
    button: 'Recall it',
    warning: false,
    lead: html`<p class="govuk-body">
      ${left === null ? '' : `${pounds(left)} is left under it. `}Exactly what you recall comes back to the post that
      passed it on.
    </p>`,
    fields: (ask) => [
      ask.input({
        name: 'pounds',
        label: 'How many pounds?',
        prefix: '£',
        inputmode: 'decimal',
        classes: 'govuk-input--width-10',
      }),
      because(ask),
    ],
  }))

type Question = {
  heading: string
  button: string
  warning: boolean
  lead: ReturnType<typeof html>
  fields(ask: Asking): readonly ReturnType<typeof html>[]
}

async function show(
  visit: Visit,
  values: Typed,
  wrong: Wrong,
  outcome: Outcome<unknown> | null,
  question: (answer: Answer) => Question,
): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(readMandate, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { heading, button, warning, lead, fields } = question(found.value)
  const back = mandatePath({ ref })
  const shown = shownRefusal(outcome, (path) => (path === 'pence' ? 'pounds' : path))
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const asked = fields(ask)
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: heading,
      back,
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: questionPage({
        ask,
        heading,
        caption: `${found.value.mandate.comesFrom}, held by the ${found.value.mandate.holderTitle}`,
        lead,
        refusal: asPanel(shown.refusal),
        fields: asked,
        hidden: visit.formFields(),
        buttonText: button,
        warning,
        cancel: { text: 'Leave it as it is', href: back },
      }),
    },
  }
}
