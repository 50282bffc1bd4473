import { nothingOutside, type Outside } from '#platform/outside.ts'
import type { Visit } from '#platform/page.ts'
import { londonDay, perform, type House } from '#platform/perform.ts'
import type { Chosen } from '#platform/setting.ts'
import type { Outcome, Refusal } from '#platform/use-case.ts'
import { newToken } from '#platform/web/session.ts'
import { backPath, signedOutPath } from '../paths.ts'
import { insertTrip, takeTrip } from '../store.ts'
import { acceptIdentity, differ, doorkeeperOf, type Accepted, type Found } from './accept-identity.ts'
import { applyRoles } from './apply-roles.ts'
import { ServiceTrouble, wayOut, wayThere, whoCameBack } from './provider.ts'
import { claimValues } from './roles-from.ts'
import { serviceOn, type Oidc } from './service.ts'
import type { Trouble } from './trouble.ts'

// Read and written here with the rights of the house: this is where visitors become somebody.

/** What the house may reach outside. */
export const outsideOf = (house: House): Outside => house.outside ?? nothingOutside

/** The service by which people of a council sign in today, or null. */
export async function serviceOf(house: House, council: string): Promise<Chosen<Oidc> | null> {
  const today = londonDay(await house.councils.now(council, house.clock()))
  return house.database.within({ council, role: 'remit_app' }, (tx) => serviceOn(tx, council, today))
}

/** Sends somebody to the identity service, and remembers what their return is to be held against. */
export async function setOut(visit: Visit, next: string | null): Promise<Outcome<{ address: string; trip: string }>> {
  const {
    house,
    council: { council },
    origin,
  } = visit
  const service = await serviceOf(house, council)
  if (!service) return troubled(visit, 'no-service')
  try {
    const { address, promised } = await wayThere(council, service.value, outsideOf(house), `${origin}${backPath()}`)
    const trip = newToken()
    await house.database.within({ council, role: 'remit_app' }, (tx) =>
      insertTrip(tx, council, trip, { ...promised, version: service.version, next }, house.clock()),
    )
    return { ok: true, value: { address, trip } }
  } catch (cause) {
    if (cause instanceof ServiceTrouble) return troubled(visit, cause.trouble)
    throw cause
  }
}

/**
 * Takes in somebody who came back: their trip, once; what the service says, checked; then who that is here. Every way
 * in which this fails is journalled, without anything that came with it.
 */
export async function comeBack(visit: Visit): Promise<Outcome<{ account: string; next: string | null }>> {
  const {
    house,
    council: { council },
    origin,
  } = visit
  const { trip: token } = visit
  const trip =
    token === undefined
      ? null
      : await house.database.within({ council, role: 'remit_app' }, (tx) => takeTrip(tx, council, token, house.clock()))
  if (!trip) return troubled(visit, 'wrong-state')
  const service = await serviceOf(house, council)
  if (service?.version !== trip.version) return troubled(visit, 'no-service')
  const came = new URL(`${origin}${backPath()}`)
  for (const [name, values] of Object.entries(visit.queryLists)) {
    for (const value of values) came.searchParams.append(name, value)
  }
  try {
    const claims = await whoCameBack(council, service.value, outsideOf(house), came, trip)
    const outcome = await accepted(visit, knownBy(service, claims))
    return outcome.ok ? { ok: true, value: { account: outcome.value.account, next: trip.next } } : outcome
  } catch (cause) {
    if (cause instanceof ServiceTrouble) return troubled(visit, cause.trouble)
    throw cause
  }
}

/** Where to go to sign out at the service, too; null where there is nowhere. */
export async function wayOutOf({ house, council: { council }, origin }: Visit): Promise<string | null> {
  const service = await serviceOf(house, council)
  return service && wayOut(council, service.value, outsideOf(house), `${origin}${signedOutPath()}`)
}

/** What is kept of what the service says: who it is, and the groups that mean something here. */
function knownBy({ version, value: service }: Chosen<Oidc>, claims: Record<string, unknown>): Found {
  const { sub, name, email_verified: said } = claims
  const address = claims[service.emailClaim]
  const meant = new Set(service.roles?.map.map(({ from }) => from))
  return {
    kind: 'known',
    version,
    subject: typeof sub === 'string' ? sub : '',
    name:
      typeof name === 'string' && name.trim() !== ''
        ? name
            .replaceAll(/\p{Cc}/gu, ' ')
            .trim()
            .slice(0, 120)
        : null,
    email: typeof address === 'string' && address.trim() !== '' ? address.slice(0, 300) : null,
    verified: said === true || said === 'true' ? true : said === undefined || said === null ? null : false,
    groups: service.roles ? claimValues(claims, service.roles.claim).filter((group) => meant.has(group)) : [],
  }
}

async function accepted(visit: Visit, found: Found): Promise<Outcome<Accepted>> {
  const {
    house,
    council: { council },
  } = visit
  const actor = doorkeeperOf(council)
  const outcome = await perform(house, acceptIdentity, actor, found)
  if (!outcome.ok) return outcome.refusal.kind === 'invalid' ? troubled(visit, 'not-understood') : outcome
  const { account, roles, give } = outcome.value
  await visit.countFor('signIn', account)
  if (give && differ(roles, give.roles)) {
    const applied = await perform(house, applyRoles, actor, {
      account,
      from: roles,
      to: give.roles,
      groups: give.groups,
    })
    if (!applied.ok) return applied
  }
  return outcome
}

/** Journals what went wrong before anybody was known, and says it. */
async function troubled(
  { house, council: { council } }: Visit,
  trouble: Trouble,
): Promise<{ ok: false; refusal: Refusal }> {
  const outcome = await perform(house, acceptIdentity, doorkeeperOf(council), { kind: 'trouble', trouble })
  if (outcome.ok) throw new Error('What went wrong lets nobody in.')
  return outcome
}
