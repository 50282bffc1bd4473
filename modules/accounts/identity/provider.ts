import * as openid from 'openid-client'
import type { Outside } from '#platform/outside.ts'
import { isLoopback, type Oidc } from './service.ts'
import type { Trouble } from './trouble.ts'

/** Something went wrong with the identity service. It carries no token and nothing else that came from there. */
export class ServiceTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(`Identity service: ${trouble}`)
    this.trouble = trouble
  }
}

/** What a sign-in began with and what comes back is held against. */
export type Promised = { state: string; nonce: string; verifier: string }

/** What an identity service says about itself, as far as we use it. */
export type Described = { issuer: string; endsSessions: boolean; saysPkce: boolean }

/**
 * Asks the service who it is and where its doors are, each time anew: two small requests a sign-in, and a key that was
 * changed a second ago is known.
 */
async function configured(council: string, service: Oidc, outside: Outside): Promise<openid.Configuration> {
  const local = isLoopback(service.issuer)
  if (local && !outside.loopback) throw new ServiceTrouble('not-secure')
  const secret = await outside.secret(council, service.secret)
  if (service.secret.in !== 'nowhere' && secret === null) throw new ServiceTrouble('no-secret')
  const auth = secret === null ? openid.None() : openid.ClientSecretBasic(secret)
  const execute = [openid.enableNonRepudiationChecks, ...(local ? [openid.allowInsecureRequests] : [])]
  const found = await openid
    .discovery(new URL(service.issuer), service.clientId, undefined, auth, { execute, timeout: 10 })
    .catch((cause: unknown) => {
      throw new ServiceTrouble(
        codeOf(cause) === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' ? 'wrong-issuer' : 'unreachable',
      )
    })
  // The library makes exceptions for services that answer for all of their customers together. There are none here:
  // whoever can make an account with such a service could give it any address.
  const named = URL.parse(found.serverMetadata().issuer)?.href
  if (named !== new URL(service.issuer).href) throw new ServiceTrouble('wrong-issuer')
  return found
}

/** Whether the service is there, and what it says about itself. Throws ServiceTrouble. */
export async function describe(council: string, service: Oidc, outside: Outside): Promise<Described> {
  const server = (await configured(council, service, outside)).serverMetadata()
  return {
    issuer: server.issuer,
    endsSessions: server.end_session_endpoint !== undefined,
    saysPkce: server.supportsPKCE(),
  }
}

/** The address at the service to which somebody is sent to say who they are, and what to hold their return against. */
export async function wayThere(
  council: string,
  service: Oidc,
  outside: Outside,
  back: string,
): Promise<{ address: string; promised: Promised }> {
  const configuration = await configured(council, service, outside)
  const promised = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  }
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: back,
    scope: 'openid email profile',
    state: promised.state,
    nonce: promised.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(promised.verifier),
    code_challenge_method: 'S256',
  })
  return { address: url.href, promised }
}

/**
 * Changes the code with which somebody came back for what the service says about them, and checks it: issuer, audience,
 * nonce, state, the time, and the signature with the keys that the service shows (OpenID Connect Core 1.0, section
 * 3.1.3.7). The signature also where the token came over TLS, which the standard would leave out. Throws
 * ServiceTrouble.
 */
export async function whoCameBack(
  council: string,
  service: Oidc,
  outside: Outside,
  came: URL,
  promised: Promised,
): Promise<Record<string, unknown>> {
  const configuration = await configured(council, service, outside)
  try {
    const tokens = await openid.authorizationCodeGrant(configuration, came, {
      pkceCodeVerifier: promised.verifier,
      expectedNonce: promised.nonce,
      expectedState: promised.state,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new ServiceTrouble('not-understood')
    if (service.emailClaim in claims || configuration.serverMetadata().userinfo_endpoint === undefined) return claims
    // Services may keep all but the name of the person for a door of its own.
    const more = await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
    return { ...more, ...claims }
  } catch (cause) {
    throw cause instanceof ServiceTrouble ? cause : new ServiceTrouble(troubleOf(cause))
  }
}

/** Where somebody is sent to sign out at the service as well, or null when it has no such door or does not answer. */
export async function wayOut(council: string, service: Oidc, outside: Outside, back: string): Promise<string | null> {
  if (!service.signOutThere) return null
  try {
    const configuration = await configured(council, service, outside)
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null
    // No token of the sign-in is kept to hint with; the client's own name is what the standard allows instead.
    return openid.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }).href
  } catch {
    return null
  }
}

const codeOf = (cause: unknown): string | undefined =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined

const claimOf = (cause: unknown): string | undefined => {
  if (typeof cause !== 'object' || cause === null) return undefined
  if ('claim' in cause && typeof cause.claim === 'string') return cause.claim
  return 'cause' in cause ? claimOf(cause.cause) : undefined
}

/** Which of our troubles an error of the library is; what it carries besides, tokens among it, is left behind. */
function troubleOf(cause: unknown): Trouble {
  if (cause instanceof openid.AuthorizationResponseError) return 'declined'
  if (cause instanceof openid.ResponseBodyError) return cause.error === 'invalid_grant' ? 'code-refused' : 'unreachable'
  const says = cause instanceof Error ? cause.message : ''
  const deeper = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : ''
  switch (codeOf(cause)) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return 'too-old'
    case 'OAUTH_KEY_SELECTION_FAILED':
      return 'wrong-signature'
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED': {
      const claim = claimOf(cause)
      if (claim === 'iss') return 'wrong-issuer'
      return claim === 'nonce' ? 'wrong-nonce' : 'wrong-audience'
    }
    case 'OAUTH_INVALID_RESPONSE': {
      if (/"state"/u.test(says + deeper)) return 'wrong-state'
      if (/"iss" \(issuer\)/u.test(says + deeper)) return 'wrong-issuer'
      return /signature|"alg"/u.test(says + deeper) ? 'wrong-signature' : 'not-understood'
    }
    case 'OAUTH_UNSUPPORTED_OPERATION':
      return 'wrong-signature'
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
      return 'unreachable'
    default:
      return cause instanceof TypeError ? 'unreachable' : 'not-understood'
  }
}
