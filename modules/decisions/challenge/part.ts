import { findPost } from '#authority'
import type { Part } from '../part.ts'
import { challengesOf, type Report } from './store.ts'

/** A challenge as the public sees it. Days are ISO text. */
export type PublicChallenge = {
  challenge: string
  committee: string
  raisedOn: string
  reasons: string
  due: string
  answeredOn: string | null
  answeredBy: string | null
  report: Report | null
  late: boolean
  closedOn: string | null
  outcome: 'satisfied' | 'not-satisfied' | null
  says: string | null
}

/** Scrutiny's power to ask why a decision was not treated as key. */
export const challengePart: Part = {
  name: 'challenge',
  async shows(tx, council, { decision }) {
    const keyChallenges: PublicChallenge[] = []
    for (const one of await challengesOf(tx, council, decision)) {
      keyChallenges.push({
        challenge: one.challenge,
        committee: (await findPost(tx, council, one.committee))?.title ?? one.committee,
        raisedOn: one.raisedOn.toString(),
        reasons: one.reasons,
        due: one.due.toString(),
        answeredOn: one.answeredOn?.toString() ?? null,
        answeredBy: one.answeredBy,
        report: one.report,
        late: one.answeredOn !== null && Temporal.PlainDate.compare(one.answeredOn, one.due) > 0,
        closedOn: one.closedOn?.toString() ?? null,
        outcome: one.outcome,
        says: one.outcomeSays,
      })
    }
    return keyChallenges.length > 0 ? { keyChallenges } : {}
  },
}
