import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Page, Reply, Visit } from '../page.ts'
import { anyone } from '../use-case.ts'
import { councilOf, send, statusOf, type Doors, type Parcel } from './doors.ts'
import { readForm, takeForms } from './forms.ts'
import { openMemory } from './memory.ts'
import { giveToken, takeToken, tokenOf } from './security.ts'
import { endSession, startSession } from './session.ts'
import { visitOf } from './visit.ts'

export const signInPath = '/sign-in'

/** Opens every module's pages. Two pages at one address are a mistake, and the server does not start. */
export async function openPages(app: FastifyInstance, doors: Doors, remember: boolean): Promise<void> {
  const pages = doors.modules.flatMap((module) => module.pages ?? [])
  const memory = openMemory(doors.house)
  for (const page of pages) {
    app.get(page.path, async (request, reply) => {
      // A visitor without a cookie of ours, asking for what all visitors see alike.
      const looked = remember && page.remembered && tokenOf(request) === undefined ? await memory.look(await councilOf(doors, request), `${request.host} ${request.url}`) : null
      if (looked?.parcel) return send(request, reply, looked.parcel)
      const visit = await visitOf(doors, request, reply)
      if (visit.query['q']) await doors.guard.count('search', request)
      return answer(doors, visit, request, reply, shutTo(page, visit) ?? await page.get(visit), looked?.keep)
    })
  }
  await app.register(async (scope) => {
    await takeForms(scope)
    for (const page of pages) {
      const post = page.post?.bind(page)
      if (!post) continue
      scope.post(page.path, async (request, reply) => {
        if (page.path === signInPath) await doors.guard.count('signIn', request)
        if (request.isMultipart()) await doors.guard.count('upload', request)
        const form = await readForm(request)
        const visit = await visitOf(doors, request, reply)
        const shut = shutTo(page, visit)
        if (!shut) await doors.guard.checkForm(request, reply, form)
        return answer(doors, visit, request, reply, shut ?? await post(visit, form))
      })
    }
  })
}

/** Where somebody is sent who may not see a page: to sign in when nobody has, else the page that says who may. */
function shutTo({ may, path }: Page, visit: Visit): Reply | null {
  if (may.includes(anyone) || may.some((role) => visit.actor.roles.includes(role))) return null
  if (visit.actor.account === null) return { redirect: `${signInPath}?next=${encodeURIComponent(visit.path)}` }
  return {
    refusal: {
      kind: 'forbidden',
      what: 'You may not see this page.',
      because: [
        `${visit.actor.name} signs in as ${visit.actor.roles.join(', ') || 'nobody in particular'}.`
        + ` ${path} takes one of: ${may.join(', ')}.`,
      ],
      next: 'Sign in as somebody who may, or ask them to do it.',
      fields: {},
    },
  }
}

async function answer(
  doors: Doors, visit: Visit, request: FastifyRequest, reply: FastifyReply, said: Reply, keep?: (parcel: Parcel) => void,
): Promise<FastifyReply> {
  // Open to all: asked by somebody unknown, and without a form that is theirs alone.
  const open = () => visit.actor.account === null && request.session === null
  if ('redirect' in said) {
    await changeSession(doors, visit, request, reply, said.session)
    return reply.header('cache-control', 'no-store').redirect(ownAddress(said.redirect), 303)
  }
  if ('file' in said) return sendFile(request, reply, said, open())
  const { view, status = 200 } = 'view' in said ? said : refusedBy(doors, visit, said)
  const body = doors.frame.page(visit, view).toString()
  const parcel: Parcel = { body, type: 'text/html; charset=utf-8', status, open: open() }
  if (status === 200 && parcel.open) keep?.(parcel)
  return send(request, reply, parcel)
}

function refusedBy(doors: Doors, visit: Visit, { refusal }: Extract<Reply, { refusal: unknown }>) {
  const { kind, what, because, next } = refusal
  const status = statusOf[kind]
  return { view: doors.frame.trouble(visit, { status, what, because, next }), status }
}

async function changeSession(
  doors: Doors, visit: Visit, request: FastifyRequest, reply: FastifyReply, session: { start: string } | 'end' | undefined,
): Promise<void> {
  if (!session) return
  // Whatever session the browser brought along ends, also when somebody signs in anew.
  await endSession(doors.house, visit.council.council, tokenOf(request))
  if (session === 'end') takeToken(request, reply)
  else giveToken(request, reply, await startSession(doors.house, visit.council.council, session.start))
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
  request: FastifyRequest, reply: FastifyReply, said: Extract<Reply, { file: unknown }>, open: boolean,
): FastifyReply {
  const { file, type, download, status = 200 } = said
  const safe = /script|ecmascript/iu.test(type) ? 'text/plain; charset=utf-8' : type
  // A PDF viewer cannot start in a sandbox, and a PDF runs nothing of ours.
  if (!safe.startsWith('application/pdf')) reply.header('content-security-policy', inert)
  if (download !== undefined) reply.header('content-disposition', attachment(download))
  if (typeof file === 'string' || file instanceof Uint8Array) {
    return send(request, reply, { body: file, type: safe, status, open })
  }
  const keep = open ? 'no-cache' : 'private, no-store'
  return reply.code(status).header('content-type', safe).header('cache-control', keep).send(Readable.from(file))
}

/** RFC 6266: a plain name for old programs, and the full one in UTF-8. */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\w .()-]/gu, '_').slice(0, 150)
  const full = encodeURIComponent(name.toWellFormed().slice(0, 150))
    .replaceAll(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
