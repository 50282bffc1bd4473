import { randomUUID } from 'node:crypto'
import type { Role } from '#authority'
import { z } from 'zod'
import { longDay } from '#platform/days.ts'
import { text } from '#platform/input.ts'
import { done, refused, useCase, type Actor, type Work } from '#platform/use-case.ts'
import { emailField } from '../people-input.ts'
import { insertPerson, linkedAccount, linkIdentity, lockByEmail, lockPerson, type Person } from '../store.ts'
import { rolesFrom } from './roles-from.ts'
import { serviceOn, type Oidc } from './service.ts'
import { troubleNames, troubles, type Trouble } from './trouble.ts'

/**
 * The part in which the door lets people in, once it has checked what the identity service says. No person has it, so
 * that nobody can say of themselves who they are.
 */
export const doorkeeper = 'identity service'

export const doorkeeperOf = (council: string): Actor => ({
  council,
  account: null,
  name: 'The identity service',
  roles: [doorkeeper],
})

/** What the door found: somebody whom the service knows, as it says; or what was wrong. There is no token in either. */
const found = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('trouble'), trouble: z.enum(troubleNames) }),
  z.object({
    kind: z.literal('known'),
    /** The version of the council's choice by which it was checked. */
    version: z.int(),
    subject: text(300),
    name: text(120).nullable(),
    email: text(300).nullable(),
    /** What the service says of the address; null where it says nothing. */
    verified: z.boolean().nullable(),
    groups: z.array(text(300)).max(2000),
  }),
])
export type Found = z.output<typeof found>
type Known = Extract<Found, { kind: 'known' }>

/** Somebody let in. `give` are the roles that the service gives, where it gives them. */
export type Accepted = {
  account: string
  name: string
  roles: string[]
  give: { roles: Role[]; groups: string[] } | null
}

/**
 * Lets in, or refuses, somebody whom the identity service knows. Both are journalled, and so is what went wrong before
 * anybody was known. The service's own name for a person counts; the address only makes the first link, and only a
 * verified one.
 */
export const acceptIdentity = useCase({
  name: 'accounts.accept-identity',
  title: 'Let in somebody whom the identity service knows',
  may: [doorkeeper],
  input: found,
  run: async (work, given) => {
    if (given.kind === 'trouble') return troubleSaid(given.trouble)
    const service = await serviceOn(work.tx, work.actor.council, work.today)
    if (service?.version !== given.version) return troubleSaid('no-service')
    return accept(work, service.value, given)
  },
})

function troubleSaid(trouble: Trouble) {
  const { what, because, next } = troubles[trouble]
  return refused(what, because, next)
}

async function accept(work: Work, service: Oidc, given: Known) {
  const { tx, council, now, today } = work
  const { subject } = given
  const address = addressIn(service, given)
  const linked = await linkedAccount(tx, council, service.issuer, subject)
  if (linked === null && !address.ok) return address.refused
  const email = address.ok ? address.email : ''
  const give = service.roles && rolesFrom(service.roles.map, given.groups)
  const person = linked === null ? await lockByEmail(tx, council, email) : await lockPerson(tx, council, linked)
  if (!person) return join(work, service, { given, email, give })
  work.about(`account/${person.account}`)
  const shut = closedTo(person, today)
  if (shut) return shut
  if (
    linked === null
    && !(await linkIdentity(tx, council, { issuer: service.issuer, subject, account: person.account }, now))
  ) {
    return refused(
      'You cannot be signed in as who you seem to be.',
      `The address ${email} belongs to somebody whom the identity service knew by another name before. It may have been given to you since.`,
      'Ask your council’s administrator, who can let the address be linked anew.',
    )
  }
  return done<Accepted>({ account: person.account, name: person.name, roles: person.roles, give })
}

type Address = { ok: true; email: string } | { ok: false; refused: ReturnType<typeof refused> }

/** The address that the service gives, if it can be relied upon. */
function addressIn(service: Oidc, { email, verified }: Known): Address {
  const parsed = emailField.safeParse(email)
  if (!parsed.success) {
    return {
      ok: false,
      refused: refused(
        'The identity service did not say what your e-mail address is.',
        `It was asked for the claim ${service.emailClaim}, in which there is no address.`,
        'Ask your council’s help desk to have it sent.',
      ),
    }
  }
  if (verified === false || (verified === null && service.addresses === 'verified')) {
    return {
      ok: false,
      refused: refused(
        'Your e-mail address is not verified.',
        verified === false
          ? 'The identity service says that nobody has checked whether it is yours.'
          : 'The identity service does not say whether anybody has checked that it is yours.',
        'Have it verified by the identity service, or ask your council’s help desk.',
      ),
    }
  }
  return { ok: true, email: parsed.data }
}

function closedTo({ active, closesOn }: Person, today: Temporal.PlainDate): ReturnType<typeof refused> | null {
  if (active && (closesOn === null || Temporal.PlainDate.compare(closesOn, today) > 0)) return null
  return refused(
    'Your account has been closed.',
    closesOn ? `It could be used until ${longDay(closesOn.subtract({ days: 1 }))}.` : 'It can no longer be used.',
    'If you have come back, ask your council’s administrator to open it again.',
  )
}

/** Somebody whom the service knows and we do not: refused, or let in as a joiner, as the council has chosen. */
async function join(
  work: Work,
  service: Oidc,
  { given, email, give }: { given: Known; email: string; give: Accepted['give'] },
) {
  const { tx, council, now } = work
  if (service.strangers === 'refused' || email === '') {
    return refused(
      'You are not known here.',
      `${service.name} knows you, but nobody has added ${email || 'you'} to the people of this council.`,
      'Ask your council’s administrator to add you.',
    )
  }
  if (give && give.roles.length === 0) {
    return refused(
      'There is nothing for you to do here yet.',
      'None of the groups that the identity service puts you in has a role here.',
      'Ask your council’s help desk for the right group.',
    )
  }
  const account = randomUUID()
  const name = given.name ?? email
  // Somebody may have been added at this very moment: then they are found the next time.
  if (!(await insertPerson(tx, council, { account, name, email, roles: give?.roles ?? [] }))) {
    return refused(
      'You could not be added just now.',
      'Somebody with your address was added at the same moment.',
      'Sign in again.',
    )
  }
  await linkIdentity(tx, council, { issuer: service.issuer, subject: given.subject, account }, now)
  work.about(`account/${account}`)
  work.announce('accounts.person-joined', { account })
  return done<Accepted>({ account, name, roles: give?.roles ?? [], give })
}

/** Whether roles that the service gives differ from those that somebody has. */
export const differ = (have: readonly string[], given: readonly string[]): boolean =>
  have.length !== given.length || have.some((role) => !given.includes(role))
