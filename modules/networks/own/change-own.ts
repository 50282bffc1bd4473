import { z } from 'zod'
import { everybody } from '#authority'
import { done, invalid, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { personParts, reachable } from '../membership.ts'
import { setNeeds, updateMember, type Member } from '../people-store.ts'
import { askAgainBy } from '../rules/needs-asked-again.ts'
import { letGo, moveAway } from './let-go.ts'
import { writeWithLink } from './tell.ts'
import { theOwnOpen, token, type Own } from './the-own.ts'

const nothing = () => ({})

/** Says what you need to take part; saying that it still holds counts as well, and moves the day on which you are asked again. */
export const changeOwnNeeds = useCase({
  name: 'networks.change-own-needs',
  title: 'Say what you need to take part',
  may: everybody,
  input: z.object({ token, ...personParts.needs }),
  remembers: nothing,
  async run(work, { token: given, needs }) {
    const own = await theOwnOpen(work, given)
    if (!own.ok) return own
    const { tx, council, today } = work
    await setNeeds(tx, council, own.value.member.member, needs, today, askAgainBy(today))
    return done({ askedAgainBy: askAgainBy(today) })
  },
})

async function change(
  work: Work,
  given: string,
  changes: (member: Member) => Partial<Member>,
): Promise<Outcome<{ own: Own; now: Member }>> {
  const own = await theOwnOpen(work, given)
  if (!own.ok) return own
  const now = { ...own.value.member, ...changes(own.value.member) }
  await updateMember(work.tx, work.council, now)
  return done({ own: own.value, now })
}

/** Changes how you are called and reached. A new address is written to; links that went to the old one no longer count. */
export const changeOwnContact = useCase({
  name: 'networks.change-own-contact',
  title: 'Change how you are reached',
  may: everybody,
  input: z.object({ token, ...personParts.contact }),
  remembers: nothing,
  async run(work, { token: given, ...contact }) {
    const wrong = reachable(contact)
    if (Object.keys(wrong).length)
      return invalid(
        Object.fromEntries(Object.entries(wrong).map(([name, says]) => [name, says.replace('They want', 'You want')])),
      )
    const outcome = await change(work, given, () => contact)
    if (!outcome.ok) return outcome
    const { own, now } = outcome.value
    if (own.member.email?.toLowerCase() === now.email?.toLowerCase()) return done({ moved: false })
    await moveAway(work, own.member, own.way.way)
    if (now.email !== null)
      await writeWithLink(
        work,
        { ...now, email: now.email },
        `Your new address: ${own.network.title}`,
        `From now on you are written to at this address about ${own.network.title}. Earlier links no longer work.`,
      )
    return done({ moved: true })
  },
})

/** Changes what you agree to, each by itself; it counts from this moment. */
export const changeOwnConsents = useCase({
  name: 'networks.change-own-consents',
  title: 'Change what you agree to',
  may: everybody,
  input: z.object({ token, ...personParts.consents }),
  remembers: nothing,
  async run(work, { token: given, consents }) {
    const outcome = await change(work, given, () => ({ consents, consentedOn: work.today }))
    return outcome.ok ? done({ agreed: consents.length }) : outcome
  },
})

/** Changes how you want to be paid, or not, and the benefit to be watched. Offers made already stay as they were made. */
export const changeOwnMoney = useCase({
  name: 'networks.change-own-payment',
  title: 'Change how you want to be paid',
  may: everybody,
  input: z.object({ token, ...personParts.money }),
  remembers: nothing,
  async run(work, { token: given, payment, benefit }) {
    const outcome = await change(work, given, () => ({ payment, benefit }))
    return outcome.ok ? done({ payment }) : outcome
  },
})

/** Leaves the network. How to reach you and what you need is taken out at once, and no link of yours works any more. */
export const leaveOwn = useCase({
  name: 'networks.leave-own',
  title: 'Leave your network',
  may: everybody,
  input: z.object({ token }),
  remembers: nothing,
  async run(work, { token: given }) {
    const own = await theOwnOpen(work, given)
    if (!own.ok) return own
    await letGo(work, own.value.member)
    return done({ left: true })
  },
})
