import { met, notMet, principle, rule, si, type Rule } from '#platform/law.ts'
import { operative } from '../decision.ts'
import { aRecord, type RecordFacts } from '../record-facts.ts'

const from = '2012-09-10'

/** Somebody in particular decides. */
export const makerIsNamed = rule<RecordFacts>({
  id: 'gate-maker-is-named',
  title: 'The record names who decides',
  source: si('2012/2089', 'reg 13'),
  from,
  check: ({ maker }) =>
    maker ? met('It is said who decides.') : notMet('It is not said who decides. Choose the post or body.'),
  examples: [
    { given: 'Cabinet decides', facts: aRecord(), met: true },
    { given: 'nobody is named', facts: aRecord({ maker: null, makerKind: null }), met: false },
  ],
})

/** Something is decided: at least one clause approves, authorises, delegates or agrees. */
export const somethingIsDecided = rule<RecordFacts>({
  id: 'gate-something-is-decided',
  title: 'At least one clause decides something',
  source: principle('A decision has an operative part'),
  from,
  check: ({ clauses }) => {
    const acting = clauses.filter(({ verb }) => operative.includes(verb))
    return acting.length
      ? met(
          `${acting.length} of ${clauses.length} ${clauses.length === 1 ? 'clause' : 'clauses'} ${acting.length === 1 ? 'decides' : 'decide'} something.`,
        )
      : notMet(
          clauses.length
            ? 'Every clause only notes, considers or recommends: nothing is decided.'
            : 'There are no clauses. Write down what is decided, clause by clause.',
        )
  },
  examples: [
    { given: 'one clause delegates', facts: aRecord(), met: true },
    { given: 'no clauses', facts: aRecord({ clauses: [] }), met: false },
    { given: 'only noting', facts: aRecord({ clauses: [{ label: 'a', verb: 'note', grants: [] }] }), met: false },
  ],
})

/** What a decision is about, so that the right power can be found and given. */
export const subjectIsChosen = rule<RecordFacts>({
  id: 'gate-subject-is-chosen',
  title: 'The record says what the decision is about',
  source: principle('A power is given for a subject'),
  from,
  check: ({ subject }) =>
    subject ? met('The subject is chosen.') : notMet('The subject is not chosen. Choose what the decision is about.'),
  examples: [
    { given: 'care at home', facts: aRecord(), met: true },
    { given: 'no subject', facts: aRecord({ subject: null }), met: false },
  ],
})

/** A sum, a plain "no money", or the admission that it is not stated. */
export const valueIsConsidered = rule<RecordFacts>({
  id: 'gate-value-is-considered',
  title: 'The record says what the decision is worth',
  source: si('2012/2089', 'reg 8'),
  from,
  check: ({ value }) =>
    value
      ? met('The value is stated, nil, or marked as not stated.')
      : notMet('Nothing is said about money. State the whole-life value, or that there is none.'),
  examples: [
    { given: '£5m', facts: aRecord(), met: true },
    { given: 'nothing said', facts: aRecord({ value: null }), met: false },
  ],
})

/** Key or not key is decided by somebody, not left open. */
export const keyIsConsidered = rule<RecordFacts>({
  id: 'gate-key-is-considered',
  title: 'The record says whether this is a key decision',
  source: si('2012/2089', 'reg 8'),
  from,
  check: ({ isKey, subjectToCallIn }) =>
    isKey === null
      ? notMet('It is not said whether this is a key decision.')
      : subjectToCallIn === null
        ? notMet('It is not said whether the decision can be called in.')
        : met(isKey ? 'It is a key decision.' : 'It is not a key decision.'),
  examples: [
    { given: 'key', facts: aRecord(), met: true },
    { given: 'not said', facts: aRecord({ isKey: null }), met: false },
    { given: 'call-in not said', facts: aRecord({ subjectToCallIn: null }), met: false },
  ],
})

/** Without these nobody can decide anything, whatever the regulations ask of the record afterwards. */
export const neededToDecide: readonly Rule<RecordFacts>[] = [
  makerIsNamed,
  subjectIsChosen,
  valueIsConsidered,
  keyIsConsidered,
  somethingIsDecided,
]
