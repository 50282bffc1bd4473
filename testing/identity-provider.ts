import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'

/** What a client is registered with: the same at the real provider and at the lying one. */
export const client = { id: 'remit-test', secret: 'only-for-the-tests-of-remit' }

export type Claims = Record<string, unknown>

/** A server on this machine whose answers may be changed while it runs; closed when the file ends. */
async function listening(): Promise<{ issuer: string; answer(listener: RequestListener): void }> {
  let listener: RequestListener = (_, response) => response.writeHead(503).end()
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  after(
    () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(closed)
      }),
  )
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (other) => {
      listener = other
    },
  }
}

/** A key to sign with, and its public half as it is shown. */
function aKey(kid: string): { kid: string; privateKey: KeyObject; jwk: Claims } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } }
}

export type RealProvider = {
  issuer: string
  /** Signs with a new key from now on, and shows only that. */
  rotate(): Promise<void>
}

/** A real OpenID provider on this machine. It knows whoever is among `people`, by the name they sign in with there. */
export async function aProvider({
  base,
  people,
}: {
  base: string
  people: Record<string, Claims>
}): Promise<RealProvider> {
  const { issuer, answer } = await listening()
  const { default: Provider } = await import('oidc-provider')
  let keys = 0
  const start = async () => {
    const { privateKey, kid } = aKey(`real-${++keys}`)
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [`${base}/sign-in/return`],
          post_logout_redirect_uris: [`${base}/signed-out`],
          token_endpoint_auth_method: 'client_secret_basic',
        },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
      cookies: { keys: [randomBytes(16).toString('hex')] },
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
      features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
      findAccount: (_context: unknown, id: string) =>
        people[id] && { accountId: id, claims: async () => ({ sub: id, ...people[id] }) },
    })
    answer(provider.callback())
  }
  await start()
  return { issuer, rotate: start }
}

/** What the liar does with a sign-in: changes to the honest token, or an answer of its own. */
export type Lie = {
  claims?: Claims
  header?: Claims
  /** `other`: a key that it does not show; `none`: no signature; `hmac`: the client's secret as the key. */
  signedWith?: 'other' | 'none' | 'hmac'
  /** Of the address with which the browser is sent back. */
  back?: Record<string, string>
  discovery?: Claims
  token?: { status: number; body: unknown }
}

/**
 * A server that plays an OpenID provider and lies as it is told. It signs everybody in at once, as whoever its `lie`
 * says, and takes every code as often as it comes.
 */
export async function aLiar(): Promise<{
  issuer: string
  tell(lie: Lie): void
  asked: { code: string; verifier: string | null }[]
}> {
  const { issuer, answer } = await listening()
  const [shown, hidden] = [aKey('shown'), aKey('hidden')]
  const nonces = new Map<string, string>()
  const asked: { code: string; verifier: string | null }[] = []
  let lie: Lie = {}
  const json = (response: ServerResponse, body: unknown, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const token = (nonce: string | undefined): string => {
    const now = Math.floor(Date.now() / 1000)
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const { signedWith } = lie
    const alg = signedWith === 'none' ? 'none' : signedWith === 'hmac' ? 'HS256' : 'RS256'
    const body = `${part({ alg, kid: 'shown', typ: 'JWT', ...lie.header })}.${part({
      iss: issuer,
      aud: client.id,
      sub: 'somebody',
      iat: now,
      exp: now + 300,
      nonce,
      email_verified: true,
      ...lie.claims,
    })}`
    if (signedWith === 'none') return `${body}.`
    if (signedWith === 'hmac') return `${body}.${createHmac('sha256', client.secret).update(body).digest('base64url')}`
    return `${body}.${sign('sha256', Buffer.from(body), (signedWith === 'other' ? hidden : shown).privateKey).toString('base64url')}`
  }
  answer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', issuer)
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, {
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          ...lie.discovery,
        })
      case '/keys':
        return json(response, { keys: [shown.jwk] })
      case '/auth': {
        const code = randomBytes(8).toString('hex')
        nonces.set(code, url.searchParams.get('nonce') ?? '')
        const back = new URL(url.searchParams.get('redirect_uri') ?? issuer)
        for (const [name, value] of Object.entries({ code, state: url.searchParams.get('state') ?? '', ...lie.back })) {
          back.searchParams.set(name, value)
        }
        return response.writeHead(303, { location: back.href }).end()
      }
      case '/token': {
        let text = ''
        request
          .setEncoding('utf8')
          .on('data', (some: string) => {
            text += some
          })
          .on('end', () => {
            const given = new URLSearchParams(text)
            const code = given.get('code') ?? ''
            asked.push({ code, verifier: given.get('code_verifier') })
            if (lie.token) return json(response, lie.token.body, lie.token.status)
            return json(response, {
              access_token: 'secret-access',
              token_type: 'Bearer',
              id_token: token(nonces.get(code)),
            })
          })
        return undefined
      }
      default:
        return json(response, {}, 404)
    }
  })
  return {
    issuer,
    tell: (other) => {
      lie = other
    },
    asked,
  }
}

export type Landed = { status: number; url: string; text: string; headers: Headers }

/** A browser that goes from site to site, with the cookies of each, and fills the forms of the real provider. */
export function aRoamer(agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0') {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: URL) => {
    const jar = jars.get(url.origin) ?? new Map<string, string>()
    jars.set(url.origin, jar)
    return jar
  }
  const once = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address)
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'user-agent': agent, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) }
    const response = await fetch(url, { ...init, redirect: 'manual', headers })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/iu.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  /** Goes there and follows where it leads, until `stop` says so of an address. */
  const go = async (address: string, init: RequestInit = {}, stop?: (url: string) => boolean): Promise<Landed> => {
    let [url, given] = [address, init]
    for (let hops = 0; hops < 20; hops++) {
      const response = await once(url, given)
      const location = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || location === null) {
        return { status: response.status, url, text: await response.text(), headers: response.headers }
      }
      await response.arrayBuffer()
      url = new URL(location, url).href
      given = {}
      if (stop?.(url)) return { status: 0, url, text: '', headers: response.headers }
    }
    throw new Error(`${address} leads round in circles.`)
  }
  const send = (address: string, fields: Record<string, string>, stop?: (url: string) => boolean) =>
    go(address, { method: 'POST', body: new URLSearchParams(fields) }, stop)
  /** From the sign-in page through the real provider and back, as far as `stop`. */
  const signInThere = async (
    base: string,
    login: string,
    about: { next?: string; stop?: (url: string) => boolean } = {},
  ): Promise<Landed> => {
    const query = about.next ? `?next=${encodeURIComponent(about.next)}` : ''
    let at = await go(`${base}/sign-in/start${query}`, {}, about.stop)
    for (let forms = 0; forms < 4 && at.url.includes('/interaction/'); forms++) {
      const fields = at.text.includes('name="login"')
        ? { prompt: 'login', login, password: 'any' }
        : { prompt: 'consent' }
      const action = /action="([^"]+)"/u.exec(at.text)?.[1] ?? ''
      at = await send(new URL(action, at.url).href, fields, about.stop)
    }
    return at
  }
  return { once, go, send, signInThere, cookies: (base: string) => jarOf(new URL(base)) }
}
