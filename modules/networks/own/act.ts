import { z } from 'zod'
import { everybody } from '#authority'
import { plainDay } from '#platform/days.ts'
import { ref, text, uuid, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { raiseFor, told } from '../issues.ts'
import { benefitWarnings, before } from '../participation.ts'
import { answerSeat, findPayment, raiserOf, setPaymentState } from '../people-store.ts'
import { findIssue, findWorkshop } from '../store.ts'
import { keepAnswer, wanted } from '../workshops.ts'
import { seatMember, setToldAbout } from './store.ts'
import { theOwnOpen, token } from './the-own.ts'

// What somebody did by their own link is journalled with what it is about and without who they are: a link leads to a person, and
// the journal can never forget.

/** Says whether you come, and what you want for the day. */
export const answerOwnInvitation = useCase({
  name: 'networks.answer-own-invitation',
  title: 'Answer your invitation',
  may: everybody,
  input: z.object({ token, workshop: ref, answer: z.enum(['yes', 'no'], 'Say whether you are coming.'), ...wanted }),
  remembers: ({ workshop }) => ({ workshop }),
  async run(work, { token: given, workshop, ...answer }) {
    const own = await theOwnOpen(work, given)
    if (!own.ok) return own
    const at = await findWorkshop(work.tx, work.council, workshop)
    if (at?.network !== own.value.network.network) return missing('You were not invited to such a workshop.')
    work.about(workshop)
    if (at.state !== 'planned' || Temporal.PlainDate.compare(at.day, work.today) < 0)
      return refused(`${at.title} is ${at.state === 'planned' ? 'over' : at.state}.`, [], 'Look for the next workshop.')
    const kept = await keepAnswer(work, at, own.value.member.member, answer)
    if (!kept.ok) return kept.refusal.kind === 'missing' ? missing('You were not invited to such a workshop.') : kept
    return done({ answer: answer.answer })
  },
})

/** Accepts a payment, in this way or another, or declines it; after reading what it does to a benefit. */
export const answerOwnPayment = useCase({
  name: 'networks.answer-own-payment',
  title: 'Accept or decline a payment offered to you',
  may: everybody,
  input: z.object({
    token,
    payment: uuid,
    to: z.enum(['accepted', 'declined'], 'Say whether you accept it.'),
    paidBy: z.enum(['money', 'voucher', 'donate'], 'Say how you want it.').nullable().default(null),
    read: yesNo.default(false),
  }),
  remembers: ({ to }) => ({ to }),
  async run(work, { token: given, payment, to, paidBy, read }) {
    const own = await theOwnOpen(work, given)
    if (!own.ok) return own
    const { tx, council, today } = work
    const found = await findPayment(tx, council, payment)
    if (found?.member !== own.value.member.member) return missing('There is no such payment.')
    work.about(found.workshop)
    if (!before[to].includes(found.state)) return refused(`It cannot be ${to}: it is ${found.state}.`)
    const preference = paidBy ?? found.preference
    if (to === 'accepted') {
      const warnings = await benefitWarnings(work, own.value.member, preference, found)
      if (warnings.length && !read) return invalid({ read: warnings.join(' ') })
    }
    await setPaymentState(tx, council, payment, to, today, preference)
    await setToldAbout(
      tx,
      council,
      { member: found.member, kind: 'payment', about: found.workshop },
      { on: today, how: 'They answered' },
    )
    return done({ to })
  },
})

/** Raises something; who raised it is kept apart, so that you can be told what comes of it. */
export const raiseOwnIssue = useCase({
  name: 'networks.raise-own-issue',
  title: 'Raise something in your network',
  may: everybody,
  input: z.object({ token, topic: text(41), says: text(4000) }),
  remembers: ({ topic }) => ({ topic }),
  async run(work, { token: given, topic, says }) {
    const own = await theOwnOpen(work, given)
    if (!own.ok) return own
    return raiseFor(work, own.value.network, { topic, says, member: own.value.member.member })
  },
})

/** Says that you have read the answer: that closes the loop, on this day. */
export const readOwnAnswer = useCase({
  name: 'networks.read-own-answer',
  title: 'Say that you have read the answer to what you raised',
  may: everybody,
  input: z.object({ token, issue: ref }),
  remembers: ({ issue }) => ({ issue }),
  async run(work, { token: given, issue }) {
    const own = await theOwnOpen(work, given)
    if (!own.ok) return own
    const found = await findIssue(work.tx, work.council, issue, 'lock')
    const raiser = found && (await raiserOf(work.tx, work.council, found.issue))
    if (!found || raiser?.member !== own.value.member.member) return missing('You have raised nothing of that number.')
    work.about(issue)
    if (!found.answeredOn) return refused(`${issue} has no answer yet.`)
    if (found.toldOn) return refused(`It is written down that you were told on ${plainDay(found.toldOn)}.`)
    await told(work, found, { on: work.today, how: 'Read on their own page' })
    return done({ issue })
  },
})

/** Says whether you would like to be on a panel. */
export const answerOwnPanel = useCase({
  name: 'networks.answer-own-panel',
  title: 'Say whether you join a panel',
  may: everybody,
  input: z.object({ token, seat: uuid, answer: z.enum(['yes', 'no'], 'Say yes or no.') }),
  remembers: ({ answer }) => ({ answer }),
  async run(work, { token: given, seat, answer }) {
    const own = await theOwnOpen(work, given)
    if (!own.ok) return own
    const { tx, council, today } = work
    const { member, network } = own.value
    const theirs = (await seatMember(tx, council, seat)) === member.member
    if (!theirs || !(await answerSeat(tx, council, network.network, seat, answer, today)))
      return missing('There is no such question, or it was answered.')
    return done({ answer })
  },
})
