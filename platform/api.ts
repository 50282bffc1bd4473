import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUuid } from './input.ts'
import { toJson } from './json.ts'
import type { Offer } from './module.ts'
import { describeApi } from './openapi.ts'
import { ask, perform } from './perform.ts'
import { invalid, type Actor, type Outcome, type Query, type Refusal } from './use-case.ts'
import { councilOf, onceOf, send, statusOf, type Doors } from './web/doors.ts'
import { tokenOf } from './web/security.ts'
import { findProgram, isKey } from './web/program.ts'
import { findSession, signIn, startSession, visitor } from './web/session.ts'

/**
 * The API: every module's offers under /api, with the same inputs, answers and refusals as the pages. Fields come from the
 * path, then from the query (GET) or a JSON body (POST).
 */
export async function openApi(app: FastifyInstance, doors: Doors): Promise<void> {
  let description: string | null = null
  app.get('/api/openapi.json', (request, reply) => {
    description ??= toJson(describeApi(doors.modules))
    return sendJson(request, reply, description, 200, true)
  })
  await app.register(async (scope) => {
    scope.post('/api/sign-in', (request, reply) => answerSignIn(doors, request, reply))
    for (const module of doors.modules) {
      for (const offer of module.offers ?? []) {
        const question = isQuestion(offer, module.queries)
        const url = `/api${offer.path}`
        if (offer.method === 'GET') scope.get(url, (request, reply) => answerGet(doors, offer.does, request, reply))
        else scope.post(url, (request, reply) => answerPost(doors, offer, question, request, reply))
      }
    }
  })
}

/** What is offered by GET only reads; a POST reads too when its module lists it among its questions. */
export const isQuestion = ({ method, does }: Offer, queries: Query[] | undefined): boolean =>
  method === 'GET' || (queries ?? []).includes(does)

async function answerGet(
  doors: Doors,
  does: Query,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { council } = await councilOf(doors, request)
  const bearer = bearerOf(request)
  const known =
    bearer === undefined
      ? (await findSession(doors.house, council, tokenOf(request)))?.actor
      : await bearerOfToken(doors, request, council, bearer)
  if (bearer !== undefined && !known) return refuseToken(reply)
  const actor = known ?? visitor(council)
  const query = request.query as Record<string, string | string[]>
  if (query['q']) {
    await doors.guard.count('search', request)
    await doors.guard.countBy('search', request, council, actor.account)
  }
  const input = { ...query, ...(request.params as Record<string, string>) }
  return sendOutcome(request, reply, actor, await ask(doors.house, does, actor, input))
}

const badKey = { 'idempotency-key': 'Send a UUID as Idempotency-Key, a new one for each act.' }
const badBody = { body: 'Send a JSON object with the named fields.' }

async function answerPost(
  doors: Doors,
  { does, counts, keyField }: Offer,
  question: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (counts) await doors.guard.count(counts, request)
  const { council } = await councilOf(doors, request)
  // A browser sends its cookie whoever made it ask; a token in a header only who holds it sends.
  const bearer = bearerOf(request)
  const known = bearer === undefined ? null : await bearerOfToken(doors, request, council, bearer)
  if (bearer !== undefined && !known) return refuseToken(reply)
  const actor = known ?? visitor(council)
  if (counts) await doors.guard.countBy(counts, request, council, actor.account)
  const key = request.headers['idempotency-key']
  if (key !== undefined && !isUuid(key)) return sendRefusal(reply, invalid(badKey).refusal, 422)
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) return sendRefusal(reply, invalid(badBody).refusal, 422)
  const own = keyField !== undefined && key !== undefined ? { [keyField]: key } : {}
  const input = { ...body, ...own, ...(request.params as Record<string, string>) }
  if (question) return sendOutcome(request, reply, actor, await ask(doors.house, does, actor, input))
  const once = keyField === undefined ? onceOf(actor, key?.toLowerCase(), input) : undefined
  const outcome = await perform(doors.house, does, actor, input, once)
  doors.meters.performed(does.name, outcome)
  return sendOutcome(request, reply, actor, outcome)
}

async function answerSignIn(doors: Doors, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  await doors.guard.count('signIn', request)
  const { council } = await councilOf(doors, request)
  const outcome = await perform(doors.house, signIn, visitor(council), request.body ?? {})
  if (!outcome.ok) return sendOutcome(request, reply, visitor(council), outcome)
  await doors.guard.countBy('signIn', request, council, outcome.value.account)
  const { token, expires } = await startSession(doors.house, council, outcome.value.account)
  return sendJson(request, reply, toJson({ token, expires, ...outcome.value }), 200, false)
}

/** Who sends this token: somebody by a session's, or a program by its key, which is counted whatever it asks. */
async function bearerOfToken(
  doors: Doors,
  request: FastifyRequest,
  council: string,
  token: string,
): Promise<Actor | null> {
  if (!isKey(token)) return (await findSession(doors.house, council, token))?.actor ?? null
  await doors.guard.count('program', request)
  const program = await findProgram(doors.house, council, token)
  // A key cannot be guessed; trying many costs the server all the same.
  if (program) await doors.guard.countBy('program', request, council, program.account)
  else await doors.guard.count('signIn', request)
  return program
}

function bearerOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization
  return header === undefined ? undefined : (/^Bearer +([\w-]+) *$/iu.exec(header)?.[1] ?? '')
}

function sendOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  outcome: Outcome<unknown>,
): FastifyReply {
  if (outcome.ok) {
    const open = actor.account === null && request.method !== 'POST'
    return sendJson(request, reply, toJson(outcome.value ?? null), 200, open)
  }
  const { refusal } = outcome
  // Nobody has said who is asking: that, and not the lack of a role, is what stands in the way.
  if (refusal.kind !== 'forbidden' || actor.account !== null) return sendRefusal(reply, refusal, statusOf[refusal.kind])
  const next = 'Send Authorization: Bearer with a program’s key, or in a demo with a token from POST /api/sign-in.'
  return sendRefusal(reply.header('www-authenticate', 'Bearer'), { ...refusal, next }, 401)
}

const refuseToken = (reply: FastifyReply) =>
  sendRefusal(
    reply.header('www-authenticate', 'Bearer error="invalid_token"'),
    {
      kind: 'forbidden',
      what: 'This token signs nobody in.',
      because: ['It has run out, was signed out or revoked, or belongs to another council.'],
      next: 'Sign in again, or ask the council’s administrator for a new key.',
      fields: {},
    },
    401,
  )

function sendRefusal(reply: FastifyReply, { what, because, next, fields }: Refusal, status: number): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(toJson({ refused: { what, because, next, fields } }))
}

const sendJson = (request: FastifyRequest, reply: FastifyReply, body: string, status: number, open: boolean) =>
  send(request, reply, { body, type: 'application/json; charset=utf-8', status, open })
