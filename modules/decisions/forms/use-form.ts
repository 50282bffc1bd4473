import { z } from 'zod'
import { officer, settingOn, type RecordForm } from '#authority'
import type { Tx } from '#platform/database.ts'
import { optionalText, ref, text, whole } from '#platform/input.ts'
import { invalid, refused, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from '../draft.ts'
import { startDraft } from '../start-draft.ts'
import { findDecision } from '../store.ts'
import { ownFieldsOf, wrongWith } from './form.ts'
import { dropAnswer, formOf, leaveForm, putAnswer, setForm } from './store.ts'

/** The forms that the council has settled, on a day. */
export async function formsSettled(
  tx: Tx,
  council: string,
  on: Temporal.PlainDate,
): Promise<{ list: RecordForm[]; source: string }> {
  const setting = await settingOn(tx, council, 'forms', on)
  return { list: setting?.value ?? [], source: setting?.source ?? '' }
}

/** Starts a draft on one of the council’s own forms. */
export const startFromForm = useCase({
  name: 'decisions.start-from-form',
  title: 'Start a draft from the council’s form',
  may: [officer],
  input: z.object({ title: text(300), form: text(81) }),
  async run(work, { title, form: key }) {
    const { tx, council, now, today } = work
    const { list, source } = await formsSettled(tx, council, today)
    const form = list.find((one) => one.key === key)
    if (!form) return invalid({ form: 'Choose a form of the council, or none.' })
    const started = await startDraft.run(work, { title, reading: null })
    if (!started.ok) return started
    const draft = await findDecision(tx, council, started.value.ref)
    if (!draft) throw new Error(`${started.value.ref} vanished.`)
    await setForm(tx, council, draft.decision, { form, source }, now)
    return started
  },
})

/** Puts a draft on another form of the council, on the newest version of its own, or on none. */
export const chooseForm = useCase({
  name: 'decisions.choose-form',
  title: 'Choose the form of a draft',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000), form: optionalText(81) }),
  async run(work, { ref, version, form: key }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council, now, today } = work
    const { decision } = outcome.value
    const { list, source } = await formsSettled(tx, council, today)
    const form = list.find((one) => one.key === key)
    if (key !== null && !form) return invalid({ form: 'Choose a form of the council, or none.' })
    if (form) await setForm(tx, council, decision, { form, source }, now)
    else await leaveForm(tx, council, decision)
    return changedDraft(work, outcome.value)
  },
})

/** Answers questions that only the council’s form asks. An empty answer takes away what was there. */
export const answerForm = useCase({
  name: 'decisions.answer-form',
  title: 'Answer the council’s own questions',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000), answers: z.record(z.string().max(90), optionalText(20_000)) }),
  async run(work, { ref, version, answers }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const { decision } = outcome.value
    const used = await formOf(tx, council, decision)
    if (!used) return refused(`${ref} is on no form of the council.`, [], 'Choose a form first.')
    const own = ownFieldsOf(used.form)
    const wrong: Record<string, string> = {}
    for (const [key, answer] of Object.entries(answers)) {
      const field = own.find((one) => one.key === key)
      if (!field) wrong[key] = 'The form does not ask this.'
      const says = field && answer !== null ? wrongWith(field, answer) : null
      if (says !== null) wrong[key] = says
    }
    if (Object.keys(wrong).length > 0) return invalid(wrong)
    for (const [key, answer] of Object.entries(answers)) {
      if (answer === null) await dropAnswer(tx, council, decision, key)
      else await putAnswer(tx, council, decision, key, answer)
    }
    return changedDraft(work, outcome.value)
  },
})
