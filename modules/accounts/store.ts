import { createHash } from 'node:crypto'
import { row, rows, sql, type Tx } from '#platform/database.ts'
import type { Place } from '#platform/keyset.ts'

/** Somebody who can sign in, or could. */
export type Person = {
  account: string
  name: string
  email: string
  roles: string[]
  active: boolean
  /** The first day on which they can no longer sign in. */
  closesOn: Temporal.PlainDate | null
  signedInAt: Temporal.Instant | null
  /** Picked from a list in a demo council, without a password. */
  isPersona: boolean
}

const personColumns = sql`a.account, a.name, a.email, a.roles, a.active, a.closes_on as "closesOn",
  a.signed_in_at as "signedInAt",
  a.persona is not null as "isPersona"`

/** Programs have accounts too, and pages of their own. */
const people = sql`and not exists (select from platform.program p
  where p.council = a.council and p.account = a.account)`

/** The person, locked until the end of the transaction. */
export const lockPerson = (tx: Tx, council: string, account: string): Promise<Person | null> =>
  row<Person>(
    tx,
    sql`select ${personColumns} from platform.account a
    where a.council = ${council} and a.account = ${account}::uuid ${people} for update`,
  )

export const findPerson = (tx: Tx, council: string, account: string): Promise<Person | null> =>
  row<Person>(
    tx,
    sql`select ${personColumns} from platform.account a
      where a.council = ${council} and a.account = ${account}::uuid ${people}`,
  )

/** The person with this e-mail address, however it is written, locked. */
export const lockByEmail = (tx: Tx, council: string, email: string): Promise<Person | null> =>
  row<Person>(
    tx,
    sql`select ${personColumns} from platform.account a
    where a.council = ${council} and lower(a.email) = lower(${email}) for update`,
  )

/** False when somebody has this address already. In a demonstration they can be picked like everybody else. */
export async function insertPerson(
  tx: Tx,
  council: string,
  { account, name, email, roles }: Pick<Person, 'account' | 'name' | 'email' | 'roles'>,
): Promise<boolean> {
  const written = await row(
    tx,
    sql`insert into platform.account (council, account, name, email, roles, persona)
    select council, ${account}::uuid, ${name}, ${email}, ${roles}::text[], case when demo
      then 'Added in this demonstration.' end
    from platform.council where council = ${council} on conflict do nothing returning account`,
  )
  return written !== null
}

/** False when somebody else has this address. */
export async function setDetails(
  tx: Tx,
  council: string,
  { account, name, email }: Pick<Person, 'account' | 'name' | 'email'>,
): Promise<boolean> {
  const written = await row(
    tx,
    sql`update platform.account a set name = ${name}, email = ${email}
    where council = ${council} and account = ${account}::uuid and not exists (select from platform.account o
      where o.council = a.council and lower(o.email) = lower(${email}) and o.account <> a.account) returning account`,
  )
  return written !== null
}

export const setRoles = (tx: Tx, council: string, account: string, roles: readonly string[]) =>
  sql`update platform.account set roles = ${[...roles]}::text[]
    where council = ${council} and account = ${account}`.execute(tx)

export const closePerson = (tx: Tx, council: string, account: string, closesOn: Temporal.PlainDate, now: boolean) =>
  sql`update platform.account set closes_on = ${closesOn}::date, active = ${!now}
    where council = ${council} and account = ${account}`.execute(tx)

export const reopenPerson = (tx: Tx, council: string, account: string) =>
  sql`update platform.account set closes_on = null, active = true
    where council = ${council} and account = ${account}`.execute(tx)

/**
 * Those who could go on as administrators on a day without this person, all locked, so that two cannot leave at one
 * moment.
 */
export async function otherAdministrators(
  tx: Tx,
  council: string,
  account: string,
  role: string,
  day: Temporal.PlainDate,
): Promise<number> {
  const found = await rows<{ account: string }>(
    tx,
    sql`select account from platform.account
    where council = ${council} and ${role} = any (roles) and active and (closes_on is null or closes_on > ${day}::date)
    order by account for update`,
  )
  return found.filter((one) => one.account !== account).length
}

export type PeopleSearch = {
  q?: string | undefined
  role?: string | undefined
  state?: 'open' | 'closed' | undefined
  day: Temporal.PlainDate
}

const anywhere = (q: string) => `%${q.replaceAll(/[\\%_]/gu, (one) => `\\${one}`)}%`

const peopleFrom = (
  council: string,
  { q, role, state, day }: PeopleSearch,
) => sql`from platform.account a where a.council = ${council} ${people}
  ${q ? sql`and (a.name ilike ${anywhere(q)} or a.email ilike ${anywhere(q)})` : sql``}
  ${role ? sql`and ${role} = any (a.roles)` : sql``}
  ${state === 'open' ? sql`and a.active and (a.closes_on is null or a.closes_on > ${day}::date)` : sql``}
  ${state === 'closed' ? sql`and (not a.active or a.closes_on <= ${day}::date)` : sql``}`

/** People by name, from a place in the list. */
export const peopleLines = (
  tx: Tx,
  council: string,
  search: PeopleSearch,
  { place, size }: { place: Place; size: number },
): Promise<Person[]> => {
  const [name = null, account = null] = place.values ?? []
  const order = place.backwards ? sql`desc` : sql`asc`
  return rows<Person>(
    tx,
    sql`select ${personColumns} ${peopleFrom(council, search)}
    and (${name}::text is null or (lower(a.name), a.account) ${place.backwards ? sql`<` : sql`>`} (${name}::text,
      ${account}::uuid))
    order by lower(a.name) ${order}, a.account ${order} limit ${size}`,
  )
}

/** How many there are, counted no further than ten thousand. */
export const countPeople = async (tx: Tx, council: string, search: PeopleSearch): Promise<number> =>
  Number(
    (
      await row<{ n: bigint }>(
        tx,
        sql`select count(*) as n from (select 1 ${peopleFrom(council, search)} limit 10000) counted`,
      )
    )?.n ?? 0n,
  )

/** The places of a person in the lists of people. */
export const placeOf = ({ name, account }: Person): string[] => [name.toLowerCase(), account]

export type Session = {
  session: string
  startedAt: Temporal.Instant
  seenAt: Temporal.Instant | null
  expiresAt: Temporal.Instant
  browser: string
  way: 'persona' | 'identity-service'
}

/**
 * A person's sessions that have not run out, the latest used first. Sessions run by the machine's clock, also where a
 * demo's day has been moved ahead.
 */
export const sessionsOf = (tx: Tx, council: string, account: string, now: Temporal.Instant): Promise<Session[]> =>
  rows<Session>(
    tx,
    sql`select s.session, s.started_at as "startedAt", s.seen_at as "seenAt", s.expires_at as "expiresAt", s.browser,
      s.way
    from platform.session s join platform.council c on c.council = s.council
    where s.council = ${council} and s.account = ${account}::uuid
      and s.expires_at + c.days_ahead * interval '1 day' > ${now}::timestamptz
    order by coalesce(s.seen_at, s.started_at) desc, s.session limit 200`,
  )

/** Ends all of a person's sessions, or the one with this name; how many that were. */
export const endSessionsOf = async (
  tx: Tx,
  council: string,
  account: string,
  session: string | null = null,
): Promise<number> =>
  (
    await rows(
      tx,
      sql`delete from platform.session where council = ${council} and account = ${account}::uuid
    and (${session}::uuid is null or session = ${session}::uuid) returning session`,
    )
  ).length

export type Linked = { account: string; issuer: string; linkedAt: Temporal.Instant }

export const identitiesOf = (tx: Tx, council: string, account: string): Promise<Linked[]> =>
  rows<Linked>(
    tx,
    sql`select account, issuer, linked_at as "linkedAt" from accounts.identity
    where council = ${council} and account = ${account}::uuid order by linked_at`,
  )

export const linkedAccount = async (tx: Tx, council: string, issuer: string, subject: string): Promise<string | null> =>
  (
    await row<{ account: string }>(
      tx,
      sql`select account from accounts.identity
    where council = ${council} and issuer = ${issuer} and subject = ${subject}`,
    )
  )?.account ?? null

/** False when the account has another identity at this service already. */
export const linkIdentity = async (
  tx: Tx,
  council: string,
  { issuer, subject, account }: { issuer: string; subject: string; account: string },
  now: Temporal.Instant,
): Promise<boolean> =>
  (await row(
    tx,
    sql`insert into accounts.identity (council, issuer, subject, account, linked_at)
    values (${council}, ${issuer}, ${subject}, ${account}, ${now}) on conflict do nothing returning account`,
  )) !== null

export const unlinkIdentities = async (tx: Tx, council: string, account: string): Promise<number> =>
  (
    await rows(
      tx,
      sql`delete from accounts.identity where council = ${council} and account = ${account}::uuid returning account`,
    )
  ).length

/** Somebody on the way to the identity service: what they are held against when they come back. */
export type Trip = { state: string; nonce: string; verifier: string; version: number; next: string | null }

const digestOf = (token: string) => createHash('sha256').update(token).digest()

export async function insertTrip(
  tx: Tx,
  council: string,
  token: string,
  trip: Trip,
  now: Temporal.Instant,
): Promise<void> {
  await sql`delete from accounts.trip where council = ${council} and expires_at < ${now}`.execute(tx)
  await sql`insert into accounts.trip (council, digest, state, nonce, verifier, version, next, expires_at)
    values (${council}, ${digestOf(token)}, ${trip.state}, ${trip.nonce}, ${trip.verifier}, ${trip.version},
      ${trip.next},
      ${now.add({ minutes: 10 })})`.execute(tx)
}

/** Takes a trip out: whoever comes a second time, with the same token, finds none. */
export const takeTrip = (tx: Tx, council: string, token: string, now: Temporal.Instant): Promise<Trip | null> =>
  row<Trip>(
    tx,
    sql`with taken as (
      delete from accounts.trip where council = ${council} and digest = ${digestOf(token)}
      returning state, nonce, verifier, version, next, expires_at)
    select state, nonce, verifier, version, next from taken where expires_at > ${now}`,
  )
