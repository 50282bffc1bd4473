import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Form } from '../page.ts'

/** How often one address may do what is costly or worth guessing at, a minute. */
export type Limits = { signIn: number; upload: number; search: number }

// Nobody guesses a password here, because there are none: these only keep one address from using up the server.
export const usualLimits: Limits = { signIn: 600, upload: 300, search: 600 }

/** Asked too often; `seconds` until it may be asked again. */
export class TooOften extends Error {
  readonly statusCode = 429
  readonly seconds: number
  constructor(seconds: number) {
    super('Too many requests from one address.')
    this.seconds = seconds
  }
}

export type Guard = {
  /** What goes out with every answer, also one to a request that could not be read. */
  headers: Record<string, string>
  /** Counts one more, and throws TooOften past the limit. */
  count(what: keyof Limits, request: FastifyRequest): Promise<void>
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
  }
}

/** Headers, cookies, the guard against forged forms, limits and the refusal to take more than can be done. */
export async function openGuard(app: FastifyInstance, limits: Limits): Promise<Guard> {
  app.decorateRequest('session', null)
  app.decorateRequest('form', null)
  const headers = await protectiveHeaders()
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers)
    next()
  })
  await app.register(cookie)
  await app.register(csrf, {
    sessionPlugin: '@fastify/session', sessionKey: 'secret', getToken: (request) => request.form?.values['_csrf'],
  })
  await app.register(rateLimit, { global: false })
  // A large file may hold the loop for seconds; only a server that is truly drowning turns people away.
  await app.register(underPressure, {
    maxEventLoopDelay: 10_000,
    pressureHandler: (_request, reply, _type, delay) => {
      // After a long hold there may have been no moment to measure in, which the plugin takes for an endless delay.
      if (!Number.isFinite(delay)) return
      void reply.header('retry-after', '10')
      return Promise.reject(Object.assign(new Error('Drowning'), { code: 'FST_UNDER_PRESSURE', statusCode: 503 }))
    },
  })

  const minute = 60_000
  const counters = {
    signIn: app.createRateLimit({ max: limits.signIn, timeWindow: minute }),
    upload: app.createRateLimit({ max: limits.upload, timeWindow: minute }),
    search: app.createRateLimit({ max: limits.search, timeWindow: minute }),
  }
  return {
    headers,
    count: async (what, request) => {
      // What measures or watches the server from the machine itself may search as fast as it likes.
      if (what === 'search' && fromThisMachine(request)) return
      const state = await counters[what](request)
      if (!state.isAllowed && state.isExceeded) throw new TooOften(state.ttlInSeconds)
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

/**
 * The headers that helmet would set, asked for once: they are the same for every answer, and working them out anew each time
 * cost as much as the rest of a small page.
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
const sessionCookie = (request: FastifyRequest) => overHttps(request) ? '__Host-remit' : 'remit'
const formCookie = (request: FastifyRequest) => overHttps(request) ? '__Host-remit-form' : 'remit-form'

const kept = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: overHttps(request) } as const)

/** The token of the session that a browser brought along. */
export const tokenOf = (request: FastifyRequest): string | undefined =>
  // A request that could not be read at all has no cookies, whatever the type says.
  (request.cookies as FastifyRequest['cookies'] | undefined)?.[sessionCookie(request)]

/** Hands out the token of a session that has just begun. */
export function giveToken(
  request: FastifyRequest, reply: FastifyReply, session: { token: string; expires: Temporal.Instant },
): void {
  const expires = new Date(session.expires.epochMilliseconds)
  reply.setCookie(sessionCookie(request), session.token, { ...kept(request), expires })
}

/** Takes the token of a session that has ended out of the browser. */
export function takeToken(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(sessionCookie(request), kept(request))
}

/**
 * What a form's token is made from: for somebody who has signed in, their session, so that nobody can plant a token from
 * elsewhere and every form of theirs ends with it; for others a cookie of their own.
 */
function formSecret(request: FastifyRequest, reply: FastifyReply): { secret: string | undefined } {
  const token = tokenOf(request)
  if (token) return { secret: createHash('sha256').update(`form:${token}`).digest('base64url') }
  return {
    get secret() { return request.cookies[formCookie(request)] || undefined },
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
  const own = address === '::1' || isIP(address) !== 0 && /^(?:::ffff:)?127\./u.test(address)
  return own && !carried
}
