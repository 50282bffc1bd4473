import { act, met, notApplicable, notMet, rule, si, type Rule } from '#platform/law.ts'
import { aKeyTest, type KeyFacts } from '../facts.ts'
import { limbs } from './limbs.ts'

const from = '2012-09-10'
const suggestsKey = (facts: KeyFacts) =>
  limbs.map(({ check }) => check(facts)).filter(({ outcome }) => outcome === 'met')

/** To say "not key" where the test says key takes reasons, which everybody may read. */
export const notKeyTakesReasons = rule<KeyFacts>({
  id: 'gate-not-key-takes-reasons',
  title: 'A decision that the test calls key is key, or the record says why not',
  source: si('2012/2089', 'reg 8'),
  from,
  check: (facts) => {
    if (facts.isKey === null || !facts.executive) return notApplicable
    const reached = suggestsKey(facts)
    if (facts.isKey || !reached.length)
      return met(facts.isKey ? 'It is treated as key.' : 'Nothing that is said makes it key.')
    const why = reached.flatMap(({ says }) => says ?? [])
    return facts.reasoning?.trim()
      ? met(
          `The test suggests that it is key, and the record says why it is not: ${facts.reasoning.trim().replace(/[.!?]?$/u, '.')}`,
          why,
        )
      : notMet(
          `The test suggests that it is key, but it is marked as not key and no reasons are given. ${why.join(' ')}`,
          why,
        )
  },
  examples: [
    { given: 'over the threshold, and key', facts: aKeyTest(), met: true },
    { given: 'over the threshold, not key, no reasons', facts: aKeyTest({ isKey: false }), met: false },
    {
      given: 'over the threshold, not key, with reasons',
      facts: aKeyTest({ isKey: false, reasoning: 'The budget for it was decided in February.' }),
      met: true,
    },
    {
      given: 'under it and in one ward, not key',
      facts: aKeyTest({ isKey: false, value: { kind: 'none' }, wards: 1 }),
      met: true,
    },
  ],
})

/** Put before whoever signs, and before scrutiny: it was said not to be key, against the test. */
export const notKeyAgainstTheTest = rule<KeyFacts>({
  id: 'look-not-key-against-the-test',
  title: 'What is said of key or not key agrees with the test',
  source: si('2012/2089', 'reg 8'),
  from,
  check: (facts) => {
    if (facts.isKey === null || !facts.executive) return notApplicable
    const reached = suggestsKey(facts).flatMap(({ says }) => says ?? [])
    return facts.isKey || !reached.length
      ? met('What is said agrees with the test.')
      : notMet(
          `It is marked as not key although the test suggests that it is. Reasons given: ${facts.reasoning?.trim() || 'none'}.`.replaceAll(
            '..',
            '.',
          ),
          reached,
        )
  },
  examples: [
    { given: 'over the threshold, and key', facts: aKeyTest(), met: true },
    {
      given: 'over the threshold, not key, with reasons',
      facts: aKeyTest({ isKey: false, reasoning: 'It was budgeted for.' }),
      met: false,
    },
  ],
})

/** Only an executive decision can be key. */
export const onlyExecutiveIsKey = rule<KeyFacts>({
  id: 'gate-only-executive-is-key',
  title: 'Only an executive decision is a key decision',
  source: si('2012/2089', 'reg 8(1)'),
  from,
  check: ({ isKey, executive }) =>
    isKey !== true
      ? notApplicable
      : executive
        ? met('It is a decision of the executive.')
        : notMet(
            'It is marked as key, but the function is not the executive’s: only an executive decision can be key.',
          ),
  examples: [
    { given: 'an executive function', facts: aKeyTest(), met: true },
    { given: 'a licence, marked as key', facts: aKeyTest({ executive: false }), met: false },
  ],
})

/** A council acts through committees and officers; the law lets no single member decide what is not the executive's. */
export const noMemberAloneOutsideTheExecutive = rule<KeyFacts>({
  id: 'gate-no-member-alone',
  title: 'A single member decides only for the executive',
  source: act('Local Government Act 1972', 's101'),
  from: '1974-04-01',
  check: ({ executive, makerKind }) =>
    makerKind !== 'member'
      ? notApplicable
      : executive
        ? met('It is a decision of the executive, which a member may take alone where the arrangements say so.')
        : notMet(
            'The function is not the executive’s, and a single member cannot decide it alone. Have it decided by a committee or an officer.',
          ),
  examples: [
    { given: 'a cabinet member, for the executive', facts: aKeyTest(), met: true },
    { given: 'a member alone, not for the executive', facts: aKeyTest({ executive: false }), met: false },
  ],
})

/** These stand in the way of proposing and of deciding. */
export const keyTestGate: readonly Rule<KeyFacts>[] = [
  notKeyTakesReasons,
  onlyExecutiveIsKey,
  noMemberAloneOutsideTheExecutive,
]
