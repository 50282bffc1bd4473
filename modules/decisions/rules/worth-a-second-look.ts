import { act, met, notApplicable, notMet, principle, rule, si, type Rule } from '#platform/law.ts'
import { pounds } from '#platform/money.ts'
import { aRecord, type RecordFacts } from '../record-facts.ts'

const from = '2012-09-10'

/** A sum at or over the council's threshold that is marked as not key deserves its reasoning. */
export const keyThresholdIsLookedAt = rule<RecordFacts>({
  id: 'gate-key-threshold-is-looked-at',
  title: 'A decision over the council’s threshold is treated as key',
  source: si('2012/2089', 'reg 8'),
  from,
  check: ({ value, isKey, keyThreshold }) => {
    if (value?.kind !== 'stated' || isKey === null || !keyThreshold) return notApplicable
    const figures = `${pounds(value.pence)} against a threshold of ${pounds(keyThreshold.pence)} (${keyThreshold.basis === 'whole-life' ? 'whole life' : 'a year'})`
    return value.pence >= keyThreshold.pence && !isKey
      ? notMet(`The value reaches the council’s threshold for a key decision, but it is marked as not key: ${figures}.`)
      : met(`${figures}.`)
  },
  examples: [
    { given: '£5m, key', facts: aRecord(), met: true },
    { given: '£5m, not key', facts: aRecord({ isKey: false }), met: false },
    {
      given: '£499,999.99, not key',
      facts: aRecord({ isKey: false, value: { kind: 'stated', pence: 499_999_99n } }),
      met: true,
    },
  ],
})

/** A grant of a valued power without a ceiling allows only what the post could do anyway. */
export const grantsStateCeilings = rule<RecordFacts>({
  id: 'gate-grants-state-ceilings',
  title: 'What is delegated has a ceiling',
  source: principle('Silence is not permission'),
  from,
  check: ({ clauses }) => {
    const grants = clauses.flatMap(({ label, grants: given }) => given.map((grant) => ({ ...grant, label })))
    if (!grants.length) return notApplicable
    const open = grants.filter(({ ceiling }) => ceiling === null)
    return open.length
      ? notMet(
          `${open.map(({ label, holder }) => `Clause (${label ?? '–'}) gives ${holder} power without a ceiling`).join('; ')}: the post’s own limit will count, and where it has none, nothing.`,
        )
      : met('Every delegation has a ceiling, or says that it has none.')
  },
  examples: [
    { given: 'a whole-life ceiling', facts: aRecord(), met: true },
    {
      given: 'no ceiling',
      facts: aRecord({
        clauses: [
          {
            label: 'c',
            verb: 'delegate',
            grants: [
              { holder: 'director-adults', ceiling: null, powers: ['contract'], scope: 'adults', conditions: [] },
            ],
          },
        ],
      }),
      met: false,
    },
  ],
})

/** A wide clause without conditions makes the conditions of the others empty. */
export const noGrantSwallowsAnother = rule<RecordFacts>({
  id: 'gate-no-grant-swallows-another',
  title: 'No delegation makes another’s conditions empty',
  source: act('Local Government Act 2000', 's9E'),
  from,
  check: ({ clauses }) => {
    const grants = clauses.flatMap(({ label, grants: given }) => given.map((grant) => ({ ...grant, label })))
    if (grants.length < 2) return notApplicable
    const swallowed = grants.flatMap((bound) => {
      const wider =
        bound.conditions.length
        && grants.find(
          (free) =>
            free !== bound
            && free.holder === bound.holder
            && !free.conditions.length
            && bound.powers.every((power) => free.powers.includes(power))
            && (free.scope === '' || bound.scope === free.scope || bound.scope.startsWith(`${free.scope}/`)),
        )
      return wider
        ? [
            `Clause (${wider.label ?? '–'}) gives ${bound.holder} everything that clause (${bound.label ?? '–'}) gives, without its conditions.`,
          ]
        : []
    })
    return swallowed.length ? notMet(swallowed.join(' ')) : met('Each delegation keeps its conditions.')
  },
  examples: [
    {
      given: 'two delegations, both bound',
      facts: aRecord({
        clauses: ['iv', 'v'].map((label) => ({
          label,
          verb: 'delegate' as const,
          grants: [
            {
              holder: 'director-quality',
              ceiling: null,
              powers: ['contract'],
              scope: 'children',
              conditions: [{ kind: 'procedure' as const, key: 'rules', words: 'in accordance with the rules' }],
            },
          ],
        })),
      }),
      met: true,
    },
    {
      given: 'the last clause gives it all without conditions',
      facts: aRecord({
        clauses: [
          {
            label: 'iv',
            verb: 'delegate',
            grants: [
              {
                holder: 'director-quality',
                ceiling: null,
                powers: ['contract'],
                scope: 'children/short-breaks',
                conditions: [
                  { kind: 'consult', key: 'legal', post: 'legal', words: 'following consultation with Legal' },
                ],
              },
            ],
          },
          {
            label: 'vi',
            verb: 'authorise',
            grants: [
              {
                holder: 'director-quality',
                ceiling: null,
                powers: ['contract', 'procure'],
                scope: 'children',
                conditions: [],
              },
            ],
          },
        ],
      }),
      met: false,
    },
  ],
})

/** These never stop a decision: they are put before whoever signs it. */
export const worthASecondLook: readonly Rule<RecordFacts>[] = [
  keyThresholdIsLookedAt,
  grantsStateCeilings,
  noGrantSwallowsAnother,
]
