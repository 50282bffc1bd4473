import { met, notMet, principle, rule } from '#platform/law.ts'
import { pounds } from '#platform/money.ts'
import { day } from '#platform/days.ts'
import { aMandate, aWeighing } from '../examples.ts'
import { ceilingWords, financialYear, yearWords } from '../mandate.ts'
import { effectiveCeiling, leftUnder, type Weighing } from '../weighing.ts'

/** What is exercised and what is passed on can never add up to more than was granted. */
export const withinTheCeiling = rule<Weighing>({
  id: 'within-the-ceiling',
  title: 'The value fits what is left of the ceiling',
  source: principle('Authority is conserved'),
  from: '2000-10-26',
  check: (weighing) => {
    const { attempt, mandate } = weighing
    const ceiling = effectiveCeiling(weighing)
    const left = leftUnder(weighing)
    const whose = weighing.ceiling
      ? `${mandate.ref} is limited to ${ceilingWords(ceiling)}.`
      : weighing.ownLimit
        ? `${mandate.ref} states no limit, so the post’s own limit counts (${weighing.ownLimit.entry}): ${ceilingWords(ceiling)}.`
        : `${mandate.ref} states no limit and the post has none of its own for this, so it allows £0.`
    if (left === null) return met(whose)
    const working = [whose, ...use(weighing), `Left: ${pounds(left)}.`, `Asked: ${pounds(attempt.value)}.`]
    if (attempt.value <= left)
      return met(`${pounds(attempt.value)} fits within the ${pounds(left)} that ${mandate.ref} leaves.`, working)
    return notMet(
      `${pounds(attempt.value)} is ${pounds(attempt.value - left)} more than the ${pounds(left)} that ${mandate.ref} leaves. ${whose}`,
      working,
    )
  },
  examples: [
    { given: '£100,000 of £500,000', facts: aWeighing(), met: true },
    {
      given: 'exactly what is left',
      facts: aWeighing({ value: 200_000_00n, mandate: aMandate({ exercisedPence: 300_000_00n }) }),
      met: true,
    },
    {
      given: 'a penny more than is left',
      facts: aWeighing({ value: 200_000_01n, mandate: aMandate({ exercisedPence: 300_000_00n }) }),
      met: false,
    },
    {
      given: 'what was passed on to others is not there to use',
      facts: aWeighing({ value: 200_000_00n, mandate: aMandate({ passedOnPence: 400_000_00n }) }),
      met: false,
    },
    {
      given: 'a new financial year starts afresh',
      facts: aWeighing({
        value: 400_000_00n,
        day: day('2023-04-01'),
        ceiling: { basis: 'financial-year', pence: 500_000_00n },
        mandate: aMandate({ exercisedPence: 450_000_00n }),
      }),
      met: true,
    },
    {
      given: 'each act is measured alone',
      facts: aWeighing({
        value: 500_000_00n,
        ceiling: { basis: 'each-act', pence: 500_000_00n },
        mandate: aMandate({ exercisedPence: 900_000_00n }),
      }),
      met: true,
    },
    { given: 'nothing is stated anywhere', facts: aWeighing({ ceiling: null, value: 1n }), met: false },
    { given: 'nothing is stated, and nothing is asked', facts: aWeighing({ ceiling: null, value: 0n }), met: true },
    {
      given: 'the post’s own limit stands in',
      facts: aWeighing({
        ceiling: null,
        ownLimit: { entry: '3.4', ceiling: { basis: 'each-act', pence: 250_000_00n } },
      }),
      met: true,
    },
  ],
})

function use(weighing: Weighing): string[] {
  const { mandate, usedThisYear, attempt } = weighing
  switch (effectiveCeiling(weighing).basis) {
    case 'whole-life':
      return [`Exercised so far: ${pounds(mandate.exercisedPence)}.`, `Passed on: ${pounds(mandate.passedOnPence)}.`]
    case 'financial-year':
      return [
        `Exercised in ${yearWords(financialYear(attempt.day))}: ${pounds(usedThisYear)}.`,
        `Passed on: ${pounds(mandate.passedOnPence)}.`,
      ]
    default:
      return []
  }
}
