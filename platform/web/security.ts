import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Form } from '../page.ts'
import { usualLimits, type Counted, type Limits } from './limits.ts'

/** Asked too often, from one address or by one person; `seconds` until it may be asked again. */
export class TooOften extends Error {
  readonly statusCode = 429
  readonly seconds: number
  readonly who: 'address' | 'account'
  constructor(seconds: number, who: 'address' | 'account') {
    super(`Too many requests from one ${who}.`)
    this.seconds = seconds
    this.who = who
  }
}

export type Guard = {
  /** What goes out with every answer, also one to a request that could not be read. */
  headers: Record<string, string>
  /** Counts one more from where this comes, and throws TooOften past the limit. */
  count(what: Counted, request: FastifyRequest): Promise<void>
  /** Counts one more by this person, wherever they are; for somebody unknown, nothing. */
  countBy(what: Counted, request: FastifyRequest, council: string, account: string | null): Promise<void>
  /** The token for a form of this person or browser; sets a cookie when nobody has signed in. */
  formToken(request: FastifyRequest, reply: FastifyReply): string
  /** Rejects a form whose token is not the one that this person or browser was given. */
  checkForm(request: FastifyRequest, reply: FastifyReply, form: Form): Promise<void>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the forgery guard keeps its secret: `secret` is read and set by it. */
    session: { secret: string | undefined } | null
    form: Form | null
    /** Under which name a request is being counted. */
    countedAs: string
  }
}

/** Headers, cookies, the guard against forged forms, limits and the refusal to take more than can be done. */
export async function openGuard(app: FastifyInstance, limits: Limits): Promise<Guard> {
  app.decorateRequest('session', null)
  app.decorateRequest('form', null)
  app.decorateRequest('countedAs', '')
  const headers = await protectiveHeaders()
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers)
    next()
  })
  await app.register(cookie)
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    sessionKey: 'secret',
    getToken: (request) => request.form?.values['_csrf'],
  })
  await app.register(rateLimit, { global: false })
  // A large file may hold the loop for seconds; only a server that is truly drowning turns people away.
  await app.register(underPressure, {
    maxEventLoopDelay: 10_000,
    pressureHandler: (request, reply, _type, delay) => {
      // After a long hold there may have been no moment to measure in, which the plugin takes for an endless delay.
      if (!Number.isFinite(delay)) return
      // A page that was let in is not then sent without its stylesheets: they cost next to nothing.
      if (request.url.startsWith('/assets/')) return
      void reply.header('retry-after', '10')
      return Promise.reject(Object.assign(new Error('Drowning'), { code: 'FST_UNDER_PRESSURE', statusCode: 503 }))
    },
  })

  const counters = countersIn(app, limits)
  return {
    headers,
    count: (what, request) => {
      // What measures or watches the server from the machine itself may search as fast as it likes.
      if (what === 'search' && fromThisMachine(request)) return Promise.resolve()
      return counters[what].address(request, addressOf(request.ip))
    },
    countBy: async (what, request, council, account) => {
      if (account !== null) await counters[what].account(request, `${council}/${account}`)
    },
    formToken: (request, reply) => {
      request.session ??= formSecret(request, reply)
      return reply.generateCsrf()
    },
    checkForm: async (request, reply, form) => {
      request.session ??= formSecret(request, reply)
      request.form = form
      // Browsers say themselves when another site made them send a form.
      if (request.headers['sec-fetch-site'] === 'cross-site') throw new ForgedForm()
      const passed = Promise.withResolvers<void>()
      // On failure the plugin would answer the request itself; this stands in for the reply, so that our own page does.
      const answer = { send: () => passed.reject(new ForgedForm()) } as unknown as FastifyReply
      app.csrfProtection(request, answer, () => passed.resolve())
      await passed.promise
    },
  }
}

type Counter = (request: FastifyRequest, name: string) => Promise<void>

/** One counter for each limit, a minute long; each keeps the latest few thousand names in memory. */
function countersIn(app: FastifyInstance, limits: Limits): Record<Counted, Record<'address' | 'account', Counter>> {
  const counter = (max: number, who: 'address' | 'account'): Counter => {
    const limit = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: (request) => request.countedAs })
    return async (request, name) => {
      request.countedAs = name
      const state = await limit(request)
      if (!state.isAllowed && state.isExceeded) throw new TooOften(state.ttlInSeconds, who)
    }
  }
  const both = (limit: Required<Limits>[Counted]) => {
    const { address, account } = typeof limit === 'number' ? { address: limit, account: limit } : limit
    return { address: counter(address, 'address'), account: counter(account, 'account') }
  }
  return {
    signIn: both(limits.signIn),
    upload: both(limits.upload),
    search: both(limits.search),
    answer: both(limits.answer ?? usualLimits.answer),
    program: both(limits.program ?? usualLimits.program),
  }
}

/**
 * What counts as one address. Whoever has one of IPv6 has 2^64 beside it, so these count as one: RFC 6177 gives a site
 * at least a /64.
 */
export function addressOf(ip: string): string {
  if (isIP(ip) !== 6) return ip
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(ip)?.[1]
  if (mapped) return mapped
  const [front = '', back] = (ip.split('%')[0] ?? '').split('::')
  const groups = (half: string | undefined) => (half ? half.split(':') : [])
  const [before, after] = [groups(front), groups(back)]
  const whole = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return `${whole
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/u, ''))
    .join(':')}::/64`
}

/**
 * The headers that helmet would set, asked for once: they are the same for every answer, and working them out anew each
 * time cost as much as the rest of a small page.
 */
async function protectiveHeaders(): Promise<Record<string, string>> {
  const probe = fastify()
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  })
  probe.get('/', (_request, reply) => reply.send())
  const { headers } = await probe.inject('/')
  await probe.close()
  const ofTheProbe = ['connection', 'content-length', 'content-type', 'date']
  const kept = Object.entries(headers).filter(([name]) => !ofTheProbe.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}

/** A form that this person or browser was not given. */
export class ForgedForm extends Error {
  readonly statusCode = 403
}

const overHttps = (request: FastifyRequest) => request.protocol === 'https'

// The prefix makes browsers refuse such a cookie from a sibling host, which could otherwise plant one of its own.
const sessionCookie = (request: FastifyRequest) => (overHttps(request) ? '__Host-remit' : 'remit')
const formCookie = (request: FastifyRequest) => (overHttps(request) ? '__Host-remit-form' : 'remit-form')

const kept = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: overHttps(request) }) as const

/** The token of the session that a browser brought along. */
export const tokenOf = (request: FastifyRequest): string | undefined =>
  // A request that could not be read at all has no cookies, whatever the type says.
  (request.cookies as FastifyRequest['cookies'] | undefined)?.[sessionCookie(request)]

/** Hands out the token of a session that has just begun. */
export function giveToken(
  request: FastifyRequest,
  reply: FastifyReply,
  session: { token: string; expires: Temporal.Instant },
): void {
  const expires = new Date(session.expires.epochMilliseconds)
  reply.setCookie(sessionCookie(request), session.token, { ...kept(request), expires })
}

/** Takes the token of a session that has ended out of the browser. */
export function takeToken(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(sessionCookie(request), kept(request))
}

const tripCookie = (request: FastifyRequest) => (overHttps(request) ? '__Host-remit-trip' : 'remit-trip')

/** The token of somebody who was sent to another site and is to come back, as their browser brought it along. */
export const tripOf = (request: FastifyRequest): string | undefined =>
  (request.cookies as FastifyRequest['cookies'] | undefined)?.[tripCookie(request)]

/** Gives a browser a token for the way to another site and back, for ten minutes; null takes it away. */
export function giveTrip(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  if (token === null) reply.clearCookie(tripCookie(request), kept(request))
  else reply.setCookie(tripCookie(request), token, { ...kept(request), maxAge: 600 })
}

/**
 * What a form's token is made from: for somebody who has signed in, their session, so that nobody can plant a token
 * from elsewhere and every form of theirs ends with it; for others a cookie of their own.
 */
function formSecret(request: FastifyRequest, reply: FastifyReply): { secret: string | undefined } {
  const token = tokenOf(request)
  if (token) return { secret: createHash('sha256').update(`form:${token}`).digest('base64url') }
  return {
    get secret() {
      return request.cookies[formCookie(request)] || undefined
    },
    set secret(made) {
      if (!made) return
      request.cookies[formCookie(request)] = made
      reply.setCookie(formCookie(request), made, kept(request))
    },
  }
}

/** True when the request comes from this machine itself and no proxy carried it in. */
export function fromThisMachine(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? ''
  const carried = request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined
  const own = address === '::1' || (isIP(address) !== 0 && /^(?:::ffff:)?127\./u.test(address))
  return own && !carried
}
