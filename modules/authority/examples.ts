import { day } from '#platform/days.ts'
import type { Mandate } from './mandate.ts'
import type { Weighing } from './weighing.ts'

/** A mandate of Larkshire's Director of Adult Social Care: contracts for care at home up to £500,000 in all, from 5 August 2022. */
export function aMandate(but: Partial<Mandate> = {}): Mandate {
  return {
    mandate: '00000000-0000-4000-8000-000000000001',
    ref: 'M-2022-0001',
    source: 'clause',
    holder: 'director-adults',
    powers: ['contract'],
    scope: 'adults/care-at-home',
    words: 'Enter into the contracts for care at home',
    parent: null,
    clause: '00000000-0000-4000-8000-000000000002',
    decisionRef: 'D-2022-0001',
    clauseLabel: 'c',
    schemeEntry: null,
    constitutionVersion: null,
    from: day('2022-08-05'),
    until: null,
    mayDelegate: false,
    conditions: [],
    exercisedPence: 0n,
    passedOnPence: 0n,
    recalledPence: 0n,
    lapsesOn: null,
    endedBecause: null,
    ...but,
  }
}

/** An attempt to sign a £100,000 contract under that mandate on 1 September 2022, with all in order. */
export function aWeighing(but: Partial<Weighing['attempt']> & Omit<Partial<Weighing>, 'attempt'> = {}): Weighing {
  const {
    mandate = aMandate(),
    holders = ['Ada Quill'],
    agreementOf = null,
    couldAct = [],
    lapsedOn = null,
    ceiling = { basis: 'whole-life', pence: 500_000_00n },
    ownLimit = null,
    usedThisYear = 0n,
    holds = [],
    overdue = [],
    titles,
    ...attempt
  } = but
  return {
    attempt: {
      post: 'director-adults',
      postTitle: 'Director of Adult Social Care',
      power: 'contract',
      subject: 'adults/care-at-home',
      value: 100_000_00n,
      day: day('2022-09-01'),
      evidence: [],
      ...attempt,
    },
    mandate,
    holders,
    agreementOf,
    couldAct,
    titles: titles ?? { subject: attempt.subject ?? 'adults/care-at-home', scope: mandate.scope || 'everything' },
    ceiling,
    ownLimit,
    usedThisYear,
    lapsedOn,
    holds,
    overdue,
  }
}
