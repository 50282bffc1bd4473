import { act, met, notApplicable, notMet, rule, si, type Citation, type Rule } from '#platform/law.ts'
import { pounds, type Pence } from '#platform/money.ts'
import type { MakerKind } from '../../record-facts.ts'
import type { Effect } from '../key-test.ts'

/**
 * Which law asks for the record. The two sets of regulations are separate and inconsistent, so they are never merged: a decision
 * falls under one of these and under no other.
 */
export type Regime =
  | 'executive-body'
  | 'executive-member'
  | 'executive-officer'
  | 'officer-express'
  | 'officer-general'
  | 'officer-none'
  | 'minutes'

export type RecordingFacts = {
  executive: boolean
  makerKind: MakerKind | null
  authorised: 'express' | 'general' | null
  effects: readonly Effect[]
  value: Pence | null
  /** The council's own threshold for recording what officers decide, where it has one. */
  threshold: Pence | null
  reasons: string | null
  conflicts: string | null
}

/** The regime of a decision. An officer's that is not the executive's needs a record only as SI 2014/2095, reg 7(2) says. */
export function regimeOf({
  executive,
  makerKind,
  authorised,
  effects,
}: Pick<RecordingFacts, 'executive' | 'makerKind' | 'authorised' | 'effects'>): Regime {
  if (executive)
    return makerKind === 'officer'
      ? 'executive-officer'
      : makerKind === 'member'
        ? 'executive-member'
        : 'executive-body'
  if (makerKind !== 'officer') return 'minutes'
  if (authorised === 'express') return 'officer-express'
  return effects.length ? 'officer-general' : 'officer-none'
}

/** What each regime asks the record to hold, in words, and where that is written. */
export const regimes: Record<Regime, { title: string; asks: readonly string[]; source: Citation; by: string }> = {
  'executive-body': {
    title: 'A decision of the executive, taken by a body',
    source: si('2012/2089', 'reg 12'),
    by: 'the proper officer, or whoever presides',
    asks: [
      'the decision and its date',
      'the reasons',
      'alternatives considered and rejected',
      'conflicts declared by any member of the body',
      'dispensations granted by the head of paid service',
    ],
  },
  'executive-member': {
    title: 'A decision of the executive, taken by a member alone',
    source: si('2012/2089', 'reg 13(1)'),
    by: 'the member, or the proper officer on instruction',
    asks: [
      'the decision and its date',
      'the reasons',
      'alternatives considered and rejected',
      'conflicts declared by any executive member who was consulted',
      'dispensations granted by the head of paid service',
    ],
  },
  'executive-officer': {
    title: 'A decision of the executive, taken by an officer',
    source: si('2012/2089', 'reg 13(4)'),
    by: 'the officer',
    asks: [
      'the decision and its date',
      'the reasons',
      'alternatives considered and rejected',
      'conflicts declared by any executive member who was consulted',
      'dispensations granted by the head of paid service',
    ],
  },
  'officer-express': {
    title: 'Not the executive’s: an officer decides under a specific express authorisation',
    source: si('2014/2095', 'reg 7(2)(a)'),
    by: 'the officer',
    asks: [
      'the decision and its date',
      'the reasons',
      'alternatives, if any were considered and rejected',
      'the names of members who declared a conflict',
    ],
  },
  'officer-general': {
    title: 'Not the executive’s: an officer decides under a general authorisation',
    source: si('2014/2095', 'reg 7(2)(b)'),
    by: 'the officer',
    asks: ['the decision and its date', 'the reasons', 'alternatives, if any were considered and rejected'],
  },
  'officer-none': {
    title: 'Not the executive’s: an officer decides, and the regulations ask for no record',
    source: si('2014/2095', 'reg 7(2)'),
    by: 'the officer, if the council wishes',
    asks: [],
  },
  minutes: {
    title: 'Not the executive’s: a body decides, and its minutes are the record',
    source: act('Local Government Act 1972', 's100C'),
    by: 'the minutes',
    asks: ['the minutes of the meeting'],
  },
}

const anOfficer = (but: Partial<RecordingFacts> = {}): RecordingFacts => ({
  executive: false,
  makerKind: 'officer',
  authorised: 'general',
  effects: ['contract'],
  value: 120_000_00n,
  threshold: 100_000_00n,
  reasons: 'The lease ends.',
  conflicts: null,
  ...but,
})

/** Whether an officer's decision needs a written record, and by whose rule. */
export const officersRecordIsNeeded = rule<RecordingFacts>({
  id: 'look-officers-record',
  title: 'An officer’s decision is recorded where the law or the council asks for it',
  source: [si('2012/2089', 'reg 13(4)'), si('2014/2095', 'reg 7(2)')],
  from: '2014-08-06',
  check: (facts) => {
    if (facts.makerKind !== 'officer') return notApplicable
    const { value, threshold } = facts
    const own =
      threshold === null
        ? 'The council has settled no sum from which it records officers’ decisions.'
        : value === null
          ? `The council records officers’ decisions from ${pounds(threshold)} on; this one states no sum.`
          : `The council records officers’ decisions from ${pounds(threshold)} on; this one is ${pounds(value)}, so ${value >= threshold ? 'its own rule asks for a record' : 'its own rule does not ask for one'}.`
    const regime = regimeOf(facts)
    return regime === 'officer-none' && !(threshold !== null && value !== null && value >= threshold)
      ? notMet(
          'Neither the regulations nor the council’s own rule ask for a record of this: it gives no permission, touches nobody’s rights and commits nothing material.',
          [own],
        )
      : met(
          regime === 'officer-none'
            ? 'The regulations ask for no record; the council’s own rule does.'
            : `${regimes[regime].title}: a record is needed.`,
          [own],
        )
  },
  examples: [
    { given: 'a contract under a general authorisation', facts: anOfficer(), met: true },
    {
      given: 'an executive decision of £500',
      facts: anOfficer({ executive: true, value: 500_00n, effects: [] }),
      met: true,
    },
    { given: 'not executive, no such effect, £500', facts: anOfficer({ effects: [], value: 500_00n }), met: false },
    {
      given: 'not executive, no such effect, but over the council’s own sum',
      facts: anOfficer({ effects: [] }),
      met: true,
    },
  ],
})

const underRegulation7 = (facts: RecordingFacts): boolean =>
  ['officer-express', 'officer-general'].includes(regimeOf(facts))

/** Reasons for an officer's decision that is not the executive's. */
export const officersReasonsAreGiven = rule<RecordingFacts>({
  id: 'gate-officers-reasons-are-given',
  title: 'An officer’s record outside the executive gives the reasons',
  source: si('2014/2095', 'reg 7(3)'),
  from: '2014-08-06',
  check: (facts) =>
    !underRegulation7(facts)
      ? notApplicable
      : facts.reasons?.trim()
        ? met('Reasons are given.')
        : notMet('No reasons are given. Say why this is decided.'),
  examples: [
    { given: 'reasons', facts: anOfficer(), met: true },
    { given: 'no reasons', facts: anOfficer({ reasons: null }), met: false },
  ],
})

/** Under an express authorisation, members who declared a conflict are named, or it is said that none did. */
export const membersConflictsAreNamed = rule<RecordingFacts>({
  id: 'gate-members-conflicts-are-named',
  title: 'A record under an express authorisation names members who declared a conflict',
  source: si('2014/2095', 'reg 7(3)(d)'),
  from: '2014-08-06',
  check: (facts) =>
    regimeOf(facts) !== 'officer-express'
      ? notApplicable
      : facts.conflicts?.trim()
        ? met('Conflicts are stated, or it says that none were declared.')
        : notMet('Nothing is said about conflicts. Name the members who declared one, or say that none did.'),
  examples: [
    {
      given: 'none declared, in words',
      facts: anOfficer({ authorised: 'express', conflicts: 'No conflicts declared.' }),
      met: true,
    },
    { given: 'nothing said', facts: anOfficer({ authorised: 'express' }), met: false },
  ],
})

/** Before it is proposed, and before it is decided. */
export const officersRecord: { propose: readonly Rule<RecordingFacts>[]; decide: readonly Rule<RecordingFacts>[] } = {
  propose: [officersReasonsAreGiven],
  decide: [officersReasonsAreGiven, membersConflictsAreNamed],
}
