import { z } from 'zod'
import { findPost, officer, subjects } from '#authority'
import { optionalText, pence, ref, text, whole } from '#platform/input.ts'
import { invalid, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from './draft.ts'
import { findDecision, updateFields } from './store.ts'

const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stated'), pence }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('not-stated') }),
])

// Without its default: a field that is not sent must stay as it is, and not become null.
const emptied = (max: number) => optionalText(max).unwrap()

/** Every field of a draft, each of which may be left as it is. Nulls empty a field; what is absent stays. */
export const fieldsInput = z
  .object({
    title: text(300),
    identifiers: z.array(ref).max(10),
    maker: text(81).nullable(),
    subject: z.string().max(200).nullable(),
    isKey: z.boolean().nullable(),
    keyReasoning: emptied(4000),
    value: value.nullable(),
    subjectToCallIn: z.boolean().nullable(),
    purpose: emptied(20_000),
    reasons: emptied(20_000),
    alternatives: emptied(20_000),
    conflicts: emptied(4000),
    dispensations: emptied(4000),
    author: emptied(300),
    wards: emptied(1000),
    supersedes: ref.nullable(),
  })
  .partial()

/** Changes what a draft says. */
export const editDraft = useCase({
  name: 'decisions.edit-draft',
  title: 'Edit a draft decision',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000), changes: fieldsInput }),
  async run(work, { ref, version, changes }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    if (changes.maker && !(await findPost(tx, council, changes.maker)))
      return invalid({ maker: 'Choose a post or body of the council.' })
    if (changes.subject && !(await subjects(tx, council)).some(({ subject }) => subject === changes.subject))
      return invalid({ subject: 'Choose a subject from the council’s list.' })
    if (changes.supersedes) {
      const older = await findDecision(tx, council, changes.supersedes)
      if (older?.state !== 'published')
        return invalid({
          supersedes: `${changes.supersedes} is not a published decision of this council. Give the reference of one, or leave this empty.`,
        })
    }
    const given = Object.fromEntries(Object.entries(changes).filter(([, to]) => to !== undefined))
    await updateFields(tx, council, outcome.value.decision, { ...outcome.value, ...given })
    return changedDraft(work, outcome.value)
  },
})
