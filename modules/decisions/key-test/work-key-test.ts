import { z } from 'zod'
import { officer } from '#authority'
import { optionalPence, ref, whole, yesNo } from '#platform/input.ts'
import { invalid, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from '../draft.ts'
import { effects, functionTypes } from './key-test.ts'
import { putKeyTest } from './store.ts'

const emptyIsNull = (given: unknown) => (given === '' || given === undefined ? null : given)

/** Answers the test for a key decision. The answer to "is it key?" stays with whoever drafts: see `edit-draft`. */
export const workKeyTest = useCase({
  name: 'decisions.work-key-test',
  title: 'Work the test for a key decision',
  may: [officer],
  input: z.object({
    ref,
    version: whole(1, 1_000_000),
    functionType: z.enum(functionTypes, 'Say whose function it is.'),
    exercisedAs: z.preprocess(emptyIsNull, z.enum(['executive', 'non-executive']).nullable()),
    authorised: z.preprocess(emptyIsNull, z.enum(['express', 'general']).nullable()),
    effects: z.array(z.enum(effects)).max(3).default([]),
    perYear: optionalPence,
    saving: optionalPence,
    savingPerYear: optionalPence,
    wards: z.preprocess(emptyIsNull, whole(0, 500).nullable()),
    effectSignificant: z.preprocess(emptyIsNull, yesNo.nullable()),
    local: z.preprocess(emptyIsNull, yesNo.nullable()),
  }),
  async run(work, { ref, version, ...test }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    if (test.functionType === 'local-choice' && test.exercisedAs === null)
      return invalid({
        exercisedAs: 'Say what the council’s constitution makes of it: the executive’s function or not.',
      })
    if (test.effectSignificant && test.wards === null) return invalid({ wards: 'Say in how many wards.' })
    await putKeyTest(work.tx, work.actor.council, outcome.value.decision, {
      ...test,
      exercisedAs: test.functionType === 'local-choice' ? test.exercisedAs : null,
    })
    return changedDraft(work, outcome.value)
  },
})
