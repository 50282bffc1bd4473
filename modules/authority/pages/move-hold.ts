import { asking, questionPage } from '#govuk'
import { html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, type Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { considerHold } from '../hold/consider-hold.ts'
import { readHold } from '../hold/list-holds.ts'
import { releaseHold } from '../hold/release-hold.ts'
import { sectionWords } from '../hold/statutory-hold.ts'
import { considerHoldPath, holdPath, releaseHoldPath } from '../paths.ts'
import { democraticServices, financeOfficer, monitoringOfficer } from '../roles.ts'
import { standsWords } from './holds.ts'
import { asPanel, dayIn, shownRefusal, wrongWith, type Wrong } from './typed-input.ts'

/** What did the meeting resolve? */
export const considerHoldPage: Page = {
  path: considerHoldPath.pattern,
  may: [monitoringOfficer, financeOfficer, democraticServices],
  get: (visit) => consider(visit, dayBoxes('on', visit.today), {}, null),
  async post(visit, form) {
    const wrong: Wrong = {}
    const input = {
      hold: visit.params['ref'],
      on: dayIn(form.values, 'on', wrong, 'Enter the day of the meeting.'),
      says: form.values['says'],
    }
    const all = wrongWith(considerHold.input, input, wrong, (path) => path)
    if (Object.keys(all).length) return consider(visit, form.values, all, null)
    const outcome = await visit.perform(considerHold, input, form)
    return outcome.ok ? { redirect: holdPath({ ref: outcome.value.ref }) } : consider(visit, form.values, {}, outcome)
  },
}

async function consider(visit: Visit, values: Typed, wrong: Wrong, outcome: Outcome<unknown> | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(readHold, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { hold, working } = found.value
  const back = holdPath({ ref })
  const shown = shownRefusal(outcome, (path) => path)
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const fields = [
    ask.dateInput({ name: 'on', legend: `On which day did ${sectionWords[hold.section].considers} consider it?` }),
    ask.textarea({
      name: 'says',
      label: 'What did the meeting resolve?',
      hint: 'These words are published. For example: not to proceed with clause (b); minute 12',
      rows: 4,
    }),
  ]
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: `What was resolved about ${ref}?`,
      back,
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: questionPage({
        ask,
        heading: `What was resolved about ${ref}?`,
        caption: `${hold.short}: ${hold.reach}`,
        lead: html`<ul class="govuk-list govuk-list--bullet">
          ${working.map((step) => html`<li>${step}</li>`)}
        </ul>`,
        refusal: asPanel(shown.refusal),
        fields,
        hidden: visit.formFields(),
        buttonText: 'Record it',
        cancel: { text: 'Cancel', href: back },
      }),
    },
  }
}

/** Why may it go on? */
export const releaseHoldPage: Page = {
  path: releaseHoldPath.pattern,
  may: [monitoringOfficer, financeOfficer],
  get: (visit) => release(visit, {}, null),
  async post(visit, form) {
    const outcome = await visit.perform(
      releaseHold,
      { hold: visit.params['ref'], because: form.values['because'] },
      form,
    )
    return outcome.ok ? { redirect: holdPath({ ref: outcome.value.ref }) } : release(visit, form.values, outcome)
  },
}

async function release(visit: Visit, values: Typed, outcome: Outcome<unknown> | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(readHold, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { hold } = found.value
  const back = holdPath({ ref })
  const { errors, refusal } = shownRefusal(outcome, (path) => path)
  const ask = asking({ values, errors })
  const because = ask.textarea({
    name: 'because',
    label: 'Why may it go on?',
    hint: 'These words are published',
    rows: 3,
  })
  return {
    status: outcome ? 422 : 200,
    view: {
      title: `Release ${ref}`,
      back,
      hasErrors: outcome !== null,
      body: questionPage({
        ask,
        heading: `Release ${ref}`,
        caption: `${hold.short}: ${hold.reach}`,
        lead: html`<p class="govuk-body">
          ${standsWords(hold)}. From today all that it reached stands as it did, no wider and no narrower. Everybody
          whom it reached is told by mail.
        </p>`,
        refusal: asPanel(refusal),
        fields: because,
        hidden: visit.formFields(),
        buttonText: 'Release it',
        cancel: { text: 'Leave it on hold', href: back },
      }),
    },
  }
}
