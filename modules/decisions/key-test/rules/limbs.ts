import { met, notApplicable, notMet, principle, rule, si, type Finding, type Rule } from '#platform/law.ts'
import { pounds, type Pence } from '#platform/money.ts'
import { aKeyTest, type KeyFacts } from '../facts.ts'

const from = '2012-09-10'

// A limb is met when it makes the decision key. What nobody has said makes it neither: the limb does not apply.
function sum(what: string, facts: KeyFacts, whole: Pence | null, year: Pence | null): Finding {
  if (!facts.executive || !facts.threshold) return notApplicable
  const { pence, basis } = facts.threshold
  const [value, over] = basis === 'whole-life' ? [whole, 'over its whole life'] : [year, 'in a financial year']
  if (value === null) return notApplicable
  const working = [
    `The council’s threshold counts ${over.replace('its ', 'the ')}: ${pounds(pence)}.`,
    `${what} ${over}: ${pounds(value)}.`,
  ]
  return value >= pence
    ? met(
        `${what} of ${pounds(value)} ${over} ${value === pence ? 'is exactly' : `is ${pounds(value - pence)} more than`} the council’s threshold of ${pounds(pence)}.`,
        working,
      )
    : notMet(
        `${what} of ${pounds(value)} ${over} is ${pounds(pence - value)} less than the council’s threshold of ${pounds(pence)}.`,
        working,
      )
}

/** Reg 8(1)(a): likely to result in significant expenditure. */
export const expenditureIsSignificant = rule<KeyFacts>({
  id: 'key-limb-expenditure',
  title: 'Key by its expenditure',
  source: si('2012/2089', 'reg 8(1)(a)'),
  from,
  check: (facts) =>
    sum(
      'Spending',
      facts,
      facts.value?.kind === 'stated' ? facts.value.pence : facts.value?.kind === 'none' ? 0n : null,
      facts.value?.kind === 'none' ? 0n : facts.perYear,
    ),
  examples: [
    { given: '£960,000 over the whole life against £500,000', facts: aKeyTest(), met: true },
    { given: 'exactly £500,000', facts: aKeyTest({ value: { kind: 'stated', pence: 500_000_00n } }), met: true },
    { given: 'a penny less', facts: aKeyTest({ value: { kind: 'stated', pence: 499_999_99n } }), met: false },
    {
      given: '£960,000 in all but £240,000 a year, where the council counts a year',
      facts: aKeyTest({ threshold: { pence: 500_000_00n, basis: 'financial-year' } }),
      met: false,
    },
    { given: 'no money', facts: aKeyTest({ value: { kind: 'none' } }), met: false },
  ],
})

/** Reg 8(1)(a): likely to result in significant savings. */
export const savingsAreSignificant = rule<KeyFacts>({
  id: 'key-limb-savings',
  title: 'Key by its savings',
  source: si('2012/2089', 'reg 8(1)(a)'),
  from,
  check: (facts) => sum('A saving', facts, facts.saving, facts.savingPerYear),
  examples: [
    { given: 'a saving of £1,000,000 against £500,000', facts: aKeyTest({ saving: 1_000_000_00n }), met: true },
    { given: 'a saving of £100,000', facts: aKeyTest({ saving: 100_000_00n }), met: false },
  ],
})

/** Reg 8(1)(b): significant in its effects on communities in two or more wards; a council may say one. */
export const wardsAreAffected = rule<KeyFacts>({
  id: 'key-limb-wards',
  title: 'Key by its effects on communities',
  source: si('2012/2089', 'reg 8(1)(b)'),
  from,
  check: ({ executive, wards, effectSignificant, wardsNeeded }) => {
    if (!executive || effectSignificant === null || (effectSignificant && wards === null)) return notApplicable
    if (!effectSignificant) return notMet('Its effects on communities are not expected to be significant in any ward.')
    const count = wards ?? 0
    const counted = `significant effects in ${count} ${count === 1 ? 'ward' : 'wards'}; ${wardsNeeded} ${wardsNeeded === 1 ? 'makes' : 'make'} it key${wardsNeeded < 2 ? ' by the council’s own, stricter rule' : ''}`
    return count >= wardsNeeded ? met(`It is likely to have ${counted}.`) : notMet(`It is likely to have ${counted}.`)
  },
  examples: [
    { given: 'significant in two wards', facts: aKeyTest(), met: true },
    { given: 'significant in one ward', facts: aKeyTest({ wards: 1 }), met: false },
    { given: 'one ward, where the council says one', facts: aKeyTest({ wards: 1, wardsNeeded: 1 }), met: true },
    {
      given: 'nine wards, but no significant effect',
      facts: aKeyTest({ wards: 9, effectSignificant: false }),
      met: false,
    },
  ],
})

/** What the council's own constitution adds. */
export const councilsOwnLimb = rule<KeyFacts>({
  id: 'key-limb-local',
  title: 'Key by the council’s own rule',
  source: [principle('The council’s own constitution'), si('2012/2089', 'reg 8')],
  from,
  check: ({ executive, local, localLimb }) =>
    !executive || localLimb === null || local === null
      ? notApplicable
      : local
        ? met(`It meets the council’s own rule: ${localLimb}.`)
        : notMet(`It does not meet the council’s own rule: ${localLimb}.`),
  examples: [
    {
      given: 'a service closes, and the council says that this is key',
      facts: aKeyTest({ local: true, localLimb: 'a service is closed' }),
      met: true,
    },
    { given: 'nothing closes', facts: aKeyTest({ local: false, localLimb: 'a service is closed' }), met: false },
  ],
})

/** Each by itself makes a decision key. */
export const limbs: readonly Rule<KeyFacts>[] = [
  expenditureIsSignificant,
  savingsAreSignificant,
  wardsAreAffected,
  councilsOwnLimb,
]
