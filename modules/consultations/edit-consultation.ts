import { z } from 'zod'
import { officer, subjects } from '#authority'
import { isoDay, ref as refInput, text, whole } from '#platform/input.ts'
import { invalid, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from './draft.ts'
import { replaceGroups, updateFields } from './store.ts'

// A field that was not sent stays as it is.
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const clearable = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => (given === '' ? null : given), schema.nullable())

/** What may be changed of a draft, a few fields at a time; `null` or nothing typed empties a field. */
const changes = z
  .object({
    title: text(300),
    subject: clearable(z.string().max(200)),
    why: clearable(text(10_000)),
    affected: clearable(text(4000)),
    contact: clearable(text(1000)),
    /** References of decisions and commissions that it serves. */
    serves: z.array(refInput).max(20),
    opensOn: clearable(isoDay),
    closesOn: clearable(isoDay),
    secondKeyed: whole(0, 100),
    groups: z
      .array(
        z.object({
          name: text(200),
          population: clearable(whole(0, 100_000_000)).default(null),
          source: clearable(text(300)).default(null),
        }),
      )
      .max(40),
  })
  .partial()

/** Changes a draft. Half of it may be missing: what a consultation needs is asked when it opens. */
export const editConsultation = useCase({
  name: 'consultations.edit',
  title: 'Edit a draft consultation',
  may: [officer],
  input: z.object({ ref: refInput, version: whole(1, 1_000_000), changes }),
  async run(work, { ref, version, changes }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const was = outcome.value
    const { groups, ...fields } = changes
    const next = { ...was, ...given(fields) }
    if (fields.subject) {
      const known = await subjects(work.tx, work.actor.council)
      if (!known.some(({ subject }) => subject === fields.subject))
        return invalid({ 'changes.subject': 'Choose a subject from the council’s list.' })
    }
    if (next.opensOn && next.closesOn && Temporal.PlainDate.compare(next.closesOn, next.opensOn) < 0) {
      return invalid({ 'changes.closesOn': 'The last day comes before the first. Correct one of them.' })
    }
    await updateFields(work.tx, work.actor.council, was.consultation, next)
    if (groups) await replaceGroups(work.tx, work.actor.council, was.consultation, groups)
    return changedDraft(work, was)
  },
})
