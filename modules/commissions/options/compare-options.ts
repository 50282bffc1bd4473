import { z } from 'zod'
import { officer } from '#authority'
import { ref, text, whole } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { revise } from '../revise.ts'
import type { Appraisal } from './appraisal.ts'
import { criterionInput, optionInput, optionsPart } from './document.ts'

const revision = z.object({ ref, edition: whole(0, 1_000_000), why: text(500) })
const none: Appraisal = { question: '', criteria: [], options: [], recommended: null }

/** Settles what the options are compared for and by: criteria whose weights add up to a hundred. */
export const weighCriteria = useCase({
  name: 'commissions.weigh-criteria',
  title: 'Settle the criteria of an options appraisal',
  may: [officer],
  input: revision.extend({
    question: text(400),
    criteria: z.array(criterionInput).min(1, 'Give at least one criterion.').max(10),
  }),
  run: (work, { question, criteria, ...revision }) =>
    revise(work, optionsPart, revision, (before) => {
      const sum = criteria.reduce((all, { weight }) => all + weight, 0)
      if (sum !== 100)
        return invalid({
          criteria: `The weights add up to ${sum}; 100 are needed, ${
            sum < 100 ? `${100 - sum} more` : `${sum - 100} fewer`
          }.`,
        })
      const ids = new Set(criteria.map(({ id }) => id))
      if (ids.size < criteria.length) return invalid({ criteria: 'Two criteria have the same id.' })
      const { options, recommended } = before ?? none
      return done({
        question,
        criteria,
        recommended,
        options: options.map((option) => ({
          ...option,
          scores: option.scores.filter(({ criterion }) => ids.has(criterion)),
        })),
      })
    }),
})

/** Adds an option or changes it: what it is, what it costs each year, how it does on each criterion and why. */
export const putOption = useCase({
  name: 'commissions.put-option',
  title: 'Add or change an option',
  may: [officer],
  input: revision.extend({ option: optionInput }),
  run: (work, { option, ...revision }) =>
    revise(work, optionsPart, revision, (before) => {
      if (!before)
        return refused('There are no criteria yet.', [], 'Settle what the options are compared for and by first.')
      const strange = option.scores.find(({ criterion }) => !before.criteria.some(({ id }) => id === criterion))
      if (strange) return invalid({ option: `There is no criterion “${strange.criterion}” in this appraisal.` })
      if (new Set(option.scores.map(({ criterion }) => criterion)).size < option.scores.length)
        return invalid({ option: 'A criterion is scored twice.' })
      if (new Set(option.costs.map(({ year }) => year)).size < option.costs.length)
        return invalid({ option: 'A year is costed twice.' })
      const known = before.options.some(({ id }) => id === option.id)
      if (!known && before.options.length >= 12)
        return refused('An appraisal holds twelve options.', [], 'Take one out first.')
      return done({
        ...before,
        options: known
          ? before.options.map((one) => (one.id === option.id ? option : one))
          : [...before.options, option],
      })
    }),
})

/** Takes an option out; earlier editions keep it. */
export const dropOption = useCase({
  name: 'commissions.drop-option',
  title: 'Take an option out of an appraisal',
  may: [officer],
  input: revision.extend({ option: text(40) }),
  run: (work, { option, ...revision }) =>
    revise(work, optionsPart, revision, (before) => {
      if (!before?.options.some(({ id }) => id === option))
        return refused('There is no such option.', [], 'Look at the appraisal again.')
      return done({
        ...before,
        options: before.options.filter(({ id }) => id !== option),
        recommended: before.recommended?.option === option ? null : before.recommended,
      })
    }),
})

/** Recommends an option, with the reasons; also one that does not come first. */
export const recommendOption = useCase({
  name: 'commissions.recommend-option',
  title: 'Recommend an option',
  may: [officer],
  input: revision.extend({ option: text(40), because: text(4000) }),
  run: (work, { option, because, ...revision }) =>
    revise(work, optionsPart, revision, (before) => {
      if (!before?.options.some(({ id }) => id === option))
        return invalid({ option: 'Choose an option of this appraisal.' })
      return done({ ...before, recommended: { option, because } })
    }),
})
