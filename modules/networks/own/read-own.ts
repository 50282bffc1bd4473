import { z } from 'zod'
import { everybody } from '#authority'
import { done, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { issueStanding, type IssueStanding, type Topic } from '../network.ts'
import { benefitWarnings, feeFor } from '../participation.ts'
import type { Member } from '../people-store.ts'
import {
  invitationsOf,
  ownPayments,
  ownSeats,
  raisedBy,
  type OwnInvitation,
  type OwnIssue,
  type OwnPayment,
  type OwnSeat,
} from './store.ts'
import { theOwn, token } from './the-own.ts'

/** A workshop to come, with what somebody would be offered and what to know about their benefit first. */
export type OwnWorkshop = OwnInvitation & { coming: boolean; fee: bigint; warnings: string[] }

export type OwnPage = {
  network: { ref: string; title: string; area: string; hostName: string | null; topics: Topic[]; closed: boolean }
  member: Omit<Member, 'source'>
  until: Temporal.Instant
  needsDue: boolean
  workshops: OwnWorkshop[]
  payments: OwnPayment[]
  issues: (OwnIssue & { standing: IssueStanding })[]
  seats: OwnSeat[]
}

/** What is known of a member and what waits for them, by their own link. A use case, because visitors may not read of members. */
export const readOwn = useCase({
  name: 'networks.read-own',
  title: 'See your own page of a network',
  may: everybody,
  journalled: false,
  input: z.object({ token }),
  async run(work: Work, { token: given }): Promise<Outcome<OwnPage>> {
    const outcome = await theOwn(work, given)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const { member: found, network: n, way } = outcome.value
    const { source: _, ...member } = found
    const workshops: OwnWorkshop[] = []
    for (const one of await invitationsOf(tx, council, member.member)) {
      const coming = one.state === 'planned' && Temporal.PlainDate.compare(one.day, today) >= 0
      const fee = coming ? feeFor(n.hourlyFee, member.payment, one.untilMinute - one.fromMinute) : 0n
      const warnings = coming ? await benefitWarnings(work, member, member.payment, { fee, day: one.day }) : []
      workshops.push({ ...one, coming, fee, warnings })
    }
    return done({
      network: {
        ref: n.ref,
        title: n.title,
        area: n.area,
        hostName: n.hostName,
        topics: n.topics,
        closed: n.closedOn !== null,
      },
      member,
      until: way.until,
      needsDue: member.accessReviewBy !== null && Temporal.PlainDate.compare(today, member.accessReviewBy) >= 0,
      workshops,
      payments: await ownPayments(tx, council, member.member),
      issues: (await raisedBy(tx, council, member.member)).map((one) => ({
        ...one,
        standing: issueStanding(one, today),
      })),
      seats: await ownSeats(tx, council, member.member),
    })
  },
})
