import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mediaTypes, printer } from '../document/index.ts'
import type { Form, Page, Reply, Visit } from '../page.ts'
import { anyone } from '../use-case.ts'
import { browserWords } from './browser-words.ts'
import { attachment, councilOf, send, statusOf, type Doors, type Parcel } from './doors.ts'
import { readForm, takeForms } from './forms.ts'
import { openMemory } from './memory.ts'
import { ForgedForm, giveToken, giveTrip, takeToken, tokenOf } from './security.ts'
import { endSession, startSession } from './session.ts'
import { notThisPerson, openedElsewhere, signedOutMeanwhile, unsentOf, type Unsent } from './unsent.ts'
import { visitOf } from './visit.ts'

export const signInPath = '/sign-in'

/** Opens every module's pages. Two pages at one address are a mistake, and the server does not start. */
export async function openPages(app: FastifyInstance, doors: Doors, remember: boolean): Promise<void> {
  const pages = doors.modules.flatMap((module) => module.pages ?? [])
  const memory = openMemory(doors.house)
  for (const page of pages) {
    app.get(page.path, async (request, reply) => {
      // A visitor without a cookie of ours, asking for what all visitors see alike.
      const looked =
        remember && page.remembered && tokenOf(request) === undefined
          ? await memory.look(await councilOf(doors, request), `${request.host} ${request.url}`)
          : null
      if (looked?.parcel) return send(request, reply, looked.parcel)
      if (page.counts?.get) await doors.guard.count(page.counts.get, request)
      const visit = await visitOf(doors, request, reply)
      if (visit.query['q']) await countSearch(doors, visit, request)
      return answer(doors, visit, request, reply, shutTo(page, visit) ?? (await page.get(visit)), looked?.keep)
    })
  }
  await app.register(async (scope) => {
    await takeForms(scope)
    for (const page of pages) {
      const post = page.post?.bind(page)
      if (!post) continue
      scope.post(page.path, async (request, reply) => {
        const counted = page.path === signInPath ? 'signIn' : request.isMultipart() ? 'upload' : page.counts?.post
        if (counted) await doors.guard.count(counted, request)
        const visit = await visitOf(doors, request, reply)
        // Before anything is read: whoever sends too much is turned away before it is taken in.
        if (counted === 'upload')
          await doors.guard.countBy('upload', request, visit.council.council, visit.actor.account)
        const form = await readForm(request)
        const shut = shutTo(page, visit) ?? (await forgedOf(doors, request, reply, form))
        if (!shut) return answer(doors, visit, request, reply, await post(visit, form))
        return answer(doors, visit, request, reply, turnedAway(doors, visit, shut, unsentOf(request, form)))
      })
    }
  })
}

async function countSearch(doors: Doors, visit: Visit, request: FastifyRequest): Promise<void> {
  await doors.guard.count('search', request)
  await doors.guard.countBy('search', request, visit.council.council, visit.actor.account)
}

/** Where somebody is sent who may not see a page: to sign in when nobody has, else the page that says who may. */
function shutTo({ may }: Page, visit: Visit): Reply | null {
  if (may.includes(anyone) || may.some((role) => visit.actor.roles.includes(role))) return null
  if (visit.actor.account === null) return { redirect: `${signInPath}?next=${encodeURIComponent(visit.path)}` }
  return {
    refusal: {
      kind: 'forbidden',
      what: 'You may not see this page.',
      because: [
        `${visit.actor.name} signs in as ${visit.actor.roles.join(', ') || 'nobody in particular'}.`
          + ` This page takes one of: ${may.join(', ')}.`,
      ],
      next: 'Sign in as somebody who may, or ask them to do it.',
      fields: {},
    },
  }
}

/** The mistake when a form's token is not the one that this person or browser was given, else null. */
const forgedOf = (doors: Doors, request: FastifyRequest, reply: FastifyReply, form: Form): Promise<ForgedForm | null> =>
  doors.guard.checkForm(request, reply, form).then(
    () => null,
    (cause: unknown) => {
      if (cause instanceof ForgedForm) return cause
      throw cause
    },
  )

/** What is said to a form that is not taken; what was typed into it goes back to whoever typed it. */
function turnedAway(doors: Doors, visit: Visit, shut: Reply | ForgedForm, unsent: Unsent | null): Reply {
  if (shut instanceof ForgedForm) {
    if (unsent === null) throw shut
    return openedElsewhere(doors, visit, unsent)
  }
  if (unsent === null) return shut
  if (visit.actor.account === null) return signedOutMeanwhile(doors, visit, unsent)
  return 'refusal' in shut ? notThisPerson(doors, visit, shut.refusal, unsent) : shut
}

async function answer(
  doors: Doors,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  said: Reply,
  keep?: (parcel: Parcel) => void,
): Promise<FastifyReply> {
  // Open to all: asked by somebody unknown, and without a form that is theirs alone.
  const open = () => visit.actor.account === null && request.session === null
  if ('leave' in said) {
    giveTrip(request, reply, said.trip)
    return reply.header('cache-control', 'no-store').redirect(said.leave, 303)
  }
  if ('trip' in said) giveTrip(request, reply, null)
  if ('redirect' in said) {
    await changeSession(doors, visit, request, reply, said.session)
    return reply.header('cache-control', 'no-store').redirect(ownAddress(said.redirect), 303)
  }
  if ('file' in said) return sendFile(request, reply, said, open())
  if ('document' in said) {
    const body = await printer.print(said.document, said.as)
    const printed: Parcel = { body, type: mediaTypes[said.as], open: open(), download: `${said.download}.${said.as}` }
    if (printed.open) keep?.(printed)
    return send(request, reply, printed)
  }
  const { view, status = 200, onward } = 'view' in said ? said : refusedBy(doors, visit, said)
  // Not by a redirect: a browser follows none from a form of ours to another site, because the content policy forbids
  // it.
  if (onward !== undefined) reply.header('refresh', `0; url=${new URL(onward).href}`)
  const body = doors.frame.page(visit, view).toString()
  const parcel: Parcel = { body, type: 'text/html; charset=utf-8', status, open: open() }
  if (status === 200 && parcel.open) keep?.(parcel)
  return send(request, reply, parcel)
}

function refusedBy(
  doors: Doors,
  visit: Visit,
  { refusal }: Extract<Reply, { refusal: unknown }>,
): Extract<Reply, { view: unknown }> {
  const { kind, what, because, next } = refusal
  const status = statusOf[kind]
  return { view: doors.frame.trouble(visit, { status, what, because, next }), status }
}

async function changeSession(
  doors: Doors,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Extract<Reply, { redirect: string }>['session'],
): Promise<void> {
  if (!session) return
  // Whatever session the browser brought along ends, also when somebody signs in anew.
  await endSession(doors.house, visit.council.council, tokenOf(request))
  if (session === 'end') return takeToken(request, reply)
  const { start, way = 'persona' } = session
  const browser = browserWords(request.headers['user-agent'])
  giveToken(request, reply, await startSession(doors.house, visit.council.council, start, { browser, way }))
}

/** A path of our own, written so that it can stand in a header; anything that leads elsewhere is a mistake of ours. */
export function ownAddress(address: string): string {
  const url = URL.parse(address, 'http://own.invalid')
  if (!url || url.origin !== 'http://own.invalid' || !address.startsWith('/')) {
    throw new Error('A page may only send people on within this site.')
  }
  return `${url.pathname}${url.search}${url.hash}`
}

/** True for an address that `ownAddress` takes; what came from outside is asked first. */
export function isOwnAddress(address: string | undefined): address is string {
  const url = address?.startsWith('/') ? URL.parse(address, 'http://own.invalid') : null
  return url?.origin === 'http://own.invalid'
}

// What somebody uploaded goes out again only as itself: never run, never framed, never in the name of this site.
const inert = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  said: Extract<Reply, { file: unknown }>,
  open: boolean,
): FastifyReply {
  const { file, type, download, status = 200 } = said
  const safe = /script|ecmascript/iu.test(type) ? 'text/plain; charset=utf-8' : type
  // A PDF viewer cannot start in a sandbox, and a PDF runs nothing of ours.
  if (!safe.startsWith('application/pdf')) reply.header('content-security-policy', inert)
  const called = download === undefined ? {} : { download }
  if (typeof file === 'string' || file instanceof Uint8Array) {
    return send(request, reply, { body: file, type: safe, status, open, ...called })
  }
  if (download !== undefined) reply.header('content-disposition', attachment(download))
  const keep = open ? 'no-cache' : 'private, no-store'
  return reply.code(status).header('content-type', safe).header('cache-control', keep).send(Readable.from(file))
}
