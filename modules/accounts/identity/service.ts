import { roles } from '#authority'
import { z } from 'zod'
import type { Tx } from '#platform/database.ts'
import { text, yesNo } from '#platform/input.ts'
import { secretPlace } from '#platform/outside.ts'
import { chosenOn, type Chosen } from '#platform/setting.ts'

/** The key under which a council's choice of identity service is kept. */
export const serviceKey = 'identity-service'

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/u

/** True for an address of this machine without TLS, which only a demonstration may talk to. */
export const isLoopback = (issuer: string): boolean => {
  const url = URL.parse(issuer)
  return url !== null && url.protocol === 'http:' && loopback.test(url.hostname)
}

/**
 * An issuer as OpenID Connect Discovery 1.0 names it, section 3: https, without query or fragment, compared letter by
 * letter.
 */
const issuer = text(500).refine((given) => {
  const url = URL.parse(given)
  return (
    url !== null
    && (url.protocol === 'https:' || isLoopback(given))
    && !url.search
    && !url.hash
    && !url.username
    && !url.password
    && !url.pathname.includes('/.well-known/')
  )
}, 'Enter the issuer as the identity service names itself: an address that starts with https://.')

const claim = z
  .string()
  .trim()
  .regex(/^[\w:./-]{1,100}$/u, 'Enter the name of a claim, for example email or groups.')

/** One of the service's groups or roles, and the role here that whoever is in it has. */
const mapping = z.object({ from: text(200), role: z.enum(roles) })

/**
 * A council's identity service as data. What is secret is not in it: only where the secret is.
 *
 * - `addresses`: whose word a claim of an e-mail address is. `verified` asks for `email_verified`; `service` is for services
 * that give out the addresses themselves and therefore do not say so. An address said not to be verified is never
 * taken.
 * - `roles`: where the service's groups are and which role each gives; null where roles are given here, by the administrator.
 * - `strangers`: whether somebody known to the service but not here is refused or becomes a joiner.
 */
export const identityService = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('oidc'),
    name: text(80).meta({ description: 'What people call it, for the button' }),
    issuer,
    clientId: text(200),
    secret: secretPlace,
    emailClaim: claim.default('email'),
    addresses: z.enum(['verified', 'service']).default('verified'),
    roles: z
      .object({ claim, map: z.array(mapping).min(1).max(200) })
      .nullable()
      .default(null),
    strangers: z.enum(['refused', 'joiners']).default('refused'),
    signOutThere: yesNo
      .default(true)
      .meta({ type: 'boolean', description: 'Whether signing out here signs out there, too' }),
  }),
])
export type IdentityService = z.output<typeof identityService>
export type Oidc = Extract<IdentityService, { kind: 'oidc' }>

/** The service by which people sign in on a day, or null where there is none. */
export async function serviceOn(tx: Tx, council: string, day: Temporal.PlainDate): Promise<Chosen<Oidc> | null> {
  const found = await chosenOn(tx, council, serviceKey, identityService, day)
  return found && found.value.kind === 'oidc' ? { ...found, value: found.value } : null
}
