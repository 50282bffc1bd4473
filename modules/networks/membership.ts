import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { explain } from '#platform/law.ts'
import { isoDay, optionalText, ref, text, uuid, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import {
  connections,
  consents,
  contacts,
  needs,
  payments,
  type Connection,
  type Consent,
  type NeedKind,
  type PaymentPreference,
} from './network.ts'
import { letGo, moveAway } from './own/let-go.ts'
import { alreadyMember, findMember, insertMember, setNeeds, updateMember } from './people-store.ts'
import { mayJoin } from './rules/eligibility.ts'
import { askAgainBy } from './rules/needs-asked-again.ts'
import { runners, theOpenNetwork } from './the-network.ts'

export const oneOf = <K extends string>(of: Record<K, string>, says: string) =>
  z.enum(Object.keys(of) as [K, ...K[]], says)

/** How somebody is reached, what they agreed to, how they are paid, and what they need: each asked for by itself as well. */
export const personParts = {
  contact: {
    name: text(120),
    email: z
      .union([z.literal('').transform(() => null), z.email('Enter an e-mail address, like name@example.org.')])
      .nullable()
      .default(null),
    phone: optionalText(40),
    postAddress: optionalText(400),
    contactBy: oneOf<keyof typeof contacts>(contacts, 'Say how they want to be reached.'),
  },
  consents: { consents: z.array(oneOf<Consent>(consents, 'Choose from what can be agreed to.')).max(10).default([]) },
  money: {
    payment: oneOf<PaymentPreference>(payments, 'Say how they want to be paid, or not.'),
    benefit: z.preprocess(
      (given) => (given === '' ? null : given),
      z.enum(['esa', 'uc'], 'Choose a benefit from the list, or none.').nullable().default(null),
    ),
  },
  needs: {
    needs: z
      .array(z.object({ need: oneOf<NeedKind>(needs, 'Choose from the list of needs.'), words: optionalText(300) }))
      .max(20)
      .default([]),
  },
}

const person = {
  ...personParts.contact,
  connection: oneOf<Connection>(connections, 'Say how they are connected.'),
  describes: optionalText(1000),
  ...personParts.consents,
  ...personParts.money,
  ...personParts.needs,
}

/** Nobody can be reached by a way that is not known. */
export function reachable({
  contactBy,
  email,
  phone,
  postAddress,
}: {
  contactBy: keyof typeof contacts
  email: string | null
  phone: string | null
  postAddress: string | null
}): Record<string, string> {
  if (contactBy === 'email' && !email) return { email: 'They want to be reached by e-mail: enter the address.' }
  if (contactBy === 'phone' && !phone) return { phone: 'They want to be reached by telephone: enter the number.' }
  return contactBy === 'post' && !postAddress
    ? { postAddress: 'They want to be reached by post: enter the address.' }
    : {}
}

/** Takes somebody into the network, if they live in the area and are connected; nothing more is asked of them. */
export const addMember = useCase({
  name: 'networks.add-member',
  title: 'Take a member into a network',
  may: runners,
  input: z.object({ ref, ...person, livesInArea: yesNo, source: text(200), consentedOn: isoDay }),
  // The journal can never forget; who a member is belongs where it can be taken out.
  remembers: ({ ref: number }) => ({ ref: number }),
  async run(work, { ref: number, livesInArea, needs: wanted, ...given }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const { network, area, connectedBy } = outcome.value
    const wrong = reachable(given)
    if (Object.keys(wrong).length) return invalid(wrong)
    if (Temporal.PlainDate.compare(given.consentedOn, today) > 0)
      return invalid({ consentedOn: 'They have agreed once they have: this day is still to come.' })
    const [finding] = explain([mayJoin], { livesInArea, connection: given.connection, area, connectedBy }, today)
    if (finding?.outcome === 'not-met')
      return refused(
        'This person cannot become a member.',
        finding.says ?? [],
        'What they say can be taken as a contribution without a name.',
      )
    if (await alreadyMember(tx, council, network, given))
      return refused(
        'This person is a member already.',
        'Somebody of that name can be reached in the same way.',
        'Change their record instead.',
      )
    const member = randomUUID()
    await insertMember(tx, council, network, { ...given, member, joinedOn: today })
    await setNeeds(tx, council, member, wanted, today, askAgainBy(today))
    return done({ member })
  },
})

/** Changes what is known of a member: how to reach them, what they agreed to, what they need. */
export const changeMember = useCase({
  name: 'networks.change-member',
  title: 'Change a member’s record',
  may: runners,
  input: z.object({ ref, member: uuid, ...person, consentedOn: isoDay }),
  remembers: ({ ref: number, member }) => ({ ref: number, member }),
  async run(work, { ref: number, member, needs: wanted, ...given }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const found = await findMember(tx, council, outcome.value.network, member)
    if (!found || found.leftOn) return missing('There is no such member.')
    const wrong = reachable(given)
    if (Object.keys(wrong).length) return invalid(wrong)
    await updateMember(tx, council, { ...given, member })
    // A link that went to an old address must not let anybody in who reads there now.
    if (given.email?.toLowerCase() !== found.email?.toLowerCase()) await moveAway(work, found)
    await setNeeds(tx, council, member, wanted, today, askAgainBy(today))
    return done({ member })
  },
})

/** Lets a member go (see `letGo`). How to reach them, what they need and how they described themselves is taken out; what they did stays. */
export const leave = useCase({
  name: 'networks.leave',
  title: 'Let a member leave',
  may: runners,
  input: z.object({ ref, member: uuid }),
  async run(work, { ref: number, member }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const found = await findMember(work.tx, work.actor.council, outcome.value.network, member)
    if (!found) return missing('There is no such member.')
    if (found.leftOn) return refused('They have left already.')
    await letGo(work, found)
    return done({ member })
  },
})
