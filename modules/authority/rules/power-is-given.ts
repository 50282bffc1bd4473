import { met, notMet, principle, rule } from '#platform/law.ts'
import { aMandate, aWeighing } from '../examples.ts'
import { powersWords } from '../mandate.ts'
import { powerWords } from '../powers.ts'
import type { Weighing } from '../weighing.ts'

/** A mandate gives the powers it names and no others. */
export const powerIsGiven = rule<Weighing>({
  id: 'power-is-given',
  title: 'The mandate gives this power',
  source: principle('Silence is not permission'),
  from: '2000-10-26',
  check: ({ attempt, mandate }) =>
    mandate.powers.includes(attempt.power)
      ? met(`${mandate.ref} gives the power to ${powerWords(attempt.power)}.`)
      : notMet(
          `${mandate.ref} gives the power to ${powersWords(mandate.powers)}; it says nothing about the power to ${powerWords(attempt.power)}.`,
        ),
  examples: [
    { given: 'a contract under a power to contract', facts: aWeighing(), met: true },
    { given: 'an extension under a power to contract', facts: aWeighing({ power: 'extend' }), met: false },
    {
      given: 'a contract under a power to take other steps',
      facts: aWeighing({ mandate: aMandate({ powers: ['implement'] }) }),
      met: false,
    },
  ],
})
