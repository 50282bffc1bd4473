import { act, constitution, met, notMet, rule } from '#platform/law.ts'
import type { CallInRule } from './call-in-window.ts'

export type Called = {
  callIn: Pick<CallInRule, 'scope' | 'clauses'>
  makerKind: 'cabinet' | 'member' | 'officer' | 'committee' | 'council'
  isKey: boolean
  /** The clauses that are called in, and how many of the record decide something. */
  clauses: readonly { label: string | null; decides: boolean; verb: string }[]
  deciding: number
}

const makers = {
  cabinet: 'Cabinet',
  member: 'an executive member',
  officer: 'an officer',
  committee: 'a committee',
  council: 'full council',
}

/** Scrutiny reviews executive decisions that decide something: not advice to Council, not what is noted, not what Council did. */
export const mayBeCalledIn = rule<Called>({
  id: 'may-be-called-in',
  title: 'What is called in is an executive decision of a kind that the council’s rule lets be called in',
  source: [
    act('Local Government Act 2000', 's9F'),
    constitution('The council', 'scrutiny procedure rules, scope of call-in'),
  ],
  from: '2000-10-26',
  check: ({ callIn: { scope, clauses: part }, makerKind, isKey, clauses, deciding }) => {
    if (makerKind === 'council') return notMet('Full council decided it: that is no executive decision.')
    const which = scope?.[makerKind] ?? 'all'
    if (which === 'none') return notMet(`Decisions of ${makers[makerKind]} cannot be called in here.`)
    if (which === 'key' && !isKey)
      return notMet(`Of decisions of ${makers[makerKind]} only key ones can be called in here, and this is none.`)
    const idle = clauses.filter(({ decides }) => !decides)
    if (idle.length) return notMet(idle.map(({ label, verb }) => `Clause (${label ?? '–'}) is to ${verb}.`).join(' '))
    if (part === 'whole' && clauses.length < deciding)
      return notMet(
        `A decision is called in as a whole here: it has ${deciding} clauses that decide, and ${clauses.length} ${clauses.length === 1 ? 'is' : 'are'} chosen.`,
      )
    return met(`It is a decision of ${makers[makerKind]}, and the clauses that are called in decide something.`)
  },
  examples: [
    {
      given: 'Stockton: some of Cabinet’s clauses and not the others',
      facts: called({ clauses: [clause('iv'), clause('v')], deciding: 5 }),
      met: true,
    },
    {
      given: 'the same where a decision is only called in as a whole',
      facts: called({ clauses: [clause('iv')], deciding: 5, callIn: { clauses: 'whole' } }),
      met: false,
    },
    {
      given: 'Gloucestershire: a key decision of an officer',
      facts: called({ makerKind: 'officer', isKey: true, callIn: { scope: { officer: 'key' } } }),
      met: true,
    },
    {
      given: 'Gloucestershire: an officer’s decision that is not key',
      facts: called({ makerKind: 'officer', callIn: { scope: { officer: 'key' } } }),
      met: false,
    },
    {
      given: 'a council where only key decisions are called in, and a member’s that is not',
      facts: called({ makerKind: 'member', callIn: { scope: { cabinet: 'key', member: 'key', officer: 'none' } } }),
      met: false,
    },
    {
      given: 'a recommendation to full council',
      facts: called({ clauses: [{ label: 'a', decides: false, verb: 'recommend' }] }),
      met: false,
    },
    {
      given: 'an item for noting',
      facts: called({ clauses: [{ label: 'vii', decides: false, verb: 'note' }] }),
      met: false,
    },
    { given: 'what full council decided', facts: called({ makerKind: 'council' }), met: false },
  ],
})

export type CalledBefore = { callIn: Pick<CallInRule, 'onceOnly'>; before: readonly { on: string; ended: string }[] }

/** Where the council's rule says so, a decision that scrutiny has dealt with is not called in again. */
export const calledInOnce = rule<CalledBefore>({
  id: 'called-in-once-only',
  title: 'A decision is called in once only where the council’s rule says so',
  source: constitution('The council', 'scrutiny procedure rules, limits of call-in'),
  from: '2000-10-26',
  check: ({ callIn: { onceOnly }, before }) =>
    onceOnly && before.length
      ? notMet(
          `It was called in before: ${before.map(({ on, ended }) => `on ${on} (${ended})`).join(', ')}. Here a decision is called in once only.`,
        )
      : met(before.length ? 'The council’s rule lets a decision be called in again.' : 'It was not called in before.'),
  examples: [
    { given: 'Kingston: called in for the first time', facts: { callIn: { onceOnly: true }, before: [] }, met: true },
    {
      given: 'Kingston: reconsidered after a call-in, and called in again',
      facts: { callIn: { onceOnly: true }, before: [{ on: '2 March 2020', ended: 'confirmed' }] },
      met: false,
    },
    {
      given: 'where the rule says nothing of it',
      facts: { callIn: {}, before: [{ on: '2 March 2020', ended: 'confirmed' }] },
      met: true,
    },
  ],
})

function clause(label: string) {
  return { label, decides: true, verb: 'delegate' }
}

function called(changes: Partial<Called>): Called {
  return { callIn: {}, makerKind: 'cabinet', isKey: false, clauses: [clause('a')], deciding: 1, ...changes }
}
