import { asking, facts, insetText, questionPage } from '#govuk'
import { longDay } from '#platform/days.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import type { Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { actPath, undoPath } from '../paths.ts'
import { readAct } from '../read-act.ts'
import { officer } from '../roles.ts'
import { undoAct } from '../undo-act.ts'
import { valueWords } from './act-table.ts'
import { asPanel, shownRefusal } from './typed-input.ts'

/** Why was it recorded in error? */
export const undoPage: Page = {
  path: undoPath.pattern,
  may: [officer],
  get: (visit) => show(visit, {}, null),
  async post(visit, form) {
    const outcome = await visit.perform(undoAct, { act: visit.params['ref'], because: form.values['because'] }, form)
    return outcome.ok ? { redirect: actPath({ ref: outcome.value.ref }) } : show(visit, form.values, outcome)
  },
}

async function show(visit: Visit, values: Typed, outcome: Outcome<unknown> | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(readAct, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { act, mandate } = found.value
  const back = actPath({ ref })
  if (act.undoneBy !== null && !outcome) return { redirect: back }
  const { errors, refusal } = shownRefusal(outcome, (path) => path)
  const ask = asking({ values, errors })
  const because = ask.textarea({
    name: 'because',
    label: 'Why was it recorded in error?',
    hint: 'These words are published. For example: recorded twice, see the other act',
    rows: 3,
  })
  return {
    status: outcome ? 422 : 200,
    view: {
      title: `Undo ${ref}`,
      back,
      hasErrors: outcome !== null,
      body: questionPage({
        ask,
        heading: `Undo ${ref}`,
        lead: insetText({
          text: 'Another act will cite this one and give back what it used. Both stay in the record. What was done in the world, such as a signed contract, is not undone by this.',
        }),
        refusal: asPanel(refusal),
        fields: [
          facts({
            rows: [
              { key: 'What was recorded', value: act.what },
              { key: 'On', value: longDay(act.day) },
              { key: 'Value', value: valueWords(act) },
              { key: 'Under', value: `${mandate.ref}, ${mandate.comesFrom}` },
            ],
          }),
          because,
        ],
        hidden: visit.formFields(),
        buttonText: 'Undo this act',
        warning: true,
        cancel: { text: 'Leave it as it is', href: back },
      }),
    },
  }
}
