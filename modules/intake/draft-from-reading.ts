import { z } from 'zod'
import { ceilingInput, conditionInput, officer, powerNames } from '#authority'
import { draftFrom } from '#decisions'
import { pence, text, uuid, whole } from '#platform/input.ts'
import { done, useCase } from '#platform/use-case.ts'
import { draftableFrom } from './draftable.ts'
import { theReading } from './kept.ts'

/** What a clause is to give: confirmed by an officer, whatever the reading suggested. */
const grantInput = z.object({
  clause: whole(0, 199).meta({ description: 'Which clause of the reading, from 0' }),
  holder: text(81),
  powers: z.array(z.enum(powerNames)).min(1, 'Choose at least one power.'),
  ceiling: ceilingInput.nullable().default(null),
  mayDelegate: z.boolean().default(false),
  conditions: z.array(conditionInput).max(20).default([]),
})

/**
 * Drafts a decision from a reading: what was read is taken over, corrected where it was corrected, and only those powers are
 * given that the officer names here. The draft is then a draft like any other.
 */
export const draftFromReading = useCase({
  name: 'intake.draft-from-reading',
  title: 'Draft a decision from a reading',
  may: [officer],
  input: z.object({
    reading: uuid,
    maker: text(81).nullable().default(null),
    subject: z.string().max(200).nullable().default(null),
    value: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('stated'), pence }),
        z.object({ kind: z.literal('none') }),
        z.object({ kind: z.literal('not-stated') }),
      ])
      .nullable()
      .default(null),
    grants: z.array(grantInput).max(200).default([]),
  }),
  async run(work, { reading: id, maker, subject, value, grants }) {
    const outcome = await theReading(work, id)
    if (!outcome.ok) return outcome
    const { title, fields, clauses, leftOut } = draftableFrom(outcome.value.reading)
    const drafted = await draftFrom(work, {
      reading: id,
      title,
      fields: { ...fields, maker, subject, value },
      clauses: clauses.map((clause, at) => ({
        ...clause,
        grants: grants
          .filter((grant) => grant.clause === at)
          .map(({ clause: _, ...grant }) => ({ ...grant, scope: subject ?? '' })),
      })),
    })
    return drafted.ok ? done({ ...drafted.value, leftOut }) : drafted
  },
})
