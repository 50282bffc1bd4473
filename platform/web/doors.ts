import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Html } from '../html.ts'
import { canonicalJson } from '../json.ts'
import type { Log } from '../log.ts'
import type { Meters } from '../metrics.ts'
import type { Module } from '../module.ts'
import type { Form, View, Visit } from '../page.ts'
import type { House, Once } from '../perform.ts'
import type { Council } from '../tenant.ts'
import type { Actor, Refusal } from '../use-case.ts'
import type { Guard } from './security.ts'
import type { Unsent } from './unsent.ts'

/** Something that went wrong, in the words of a refusal, with the status it goes out under. */
export type Trouble = { status: number; unsent?: Unsent } & Pick<Refusal, 'what' | 'because' | 'next'>

/** How the site looks: everything on a page that is not the page's own. */
export type Frame = {
  page(visit: Visit, view: View): Html
  /** The page that says no, or that something went wrong. */
  trouble(visit: Visit, trouble: Trouble): View
  /** The stylesheet that gives a council's colour, `1d4f63`, to a page. */
  sheet(colour: string): string | null
}

/** What every door is given. */
export type Doors = {
  house: House
  modules: Module[]
  frame: Frame
  log: Log
  meters: Meters
  guard: Guard
  /** Which council answers when the host name does not say. */
  council: string
}

/** Statuses of refusals. A question that nobody may ask without signing in is answered with 401 by the API. */
export const statusOf: Record<Refusal['kind'], number> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  refused: 422,
  changed: 409,
}

/** There is no council on this server yet, or none by the configured name. */
export class NoCouncil extends Error {
  readonly statusCode = 503
}

/** Whose council it is: the first label of the host's name where that is one here ("kent.example.org"), else the usual one. */
export async function councilOf(doors: Doors, request: FastifyRequest): Promise<Council> {
  // The raw header, not one that a proxy may have added: it only ever picks among the councils that there are.
  const host = request.headers.host ?? ''
  const dot = host.indexOf('.')
  const named = dot > 0 ? await doors.house.councils.find(host.slice(0, dot).toLowerCase()) : null
  const council = named ?? (await doors.house.councils.find(doors.council))
  if (!council) throw new NoCouncil(`There is no council called ${doors.council} here.`)
  return council
}

/** The address without its query. */
export const pathOf = (url: string): string => {
  const end = url.search(/[?#]/u)
  return end < 0 ? url : url.slice(0, end)
}

/** What goes out whole; `download` is the name under which a browser keeps it. */
export type Parcel = { body: string | Uint8Array; type: string; status?: number; open: boolean; download?: string }

/**
 * Sends what is known whole. What is open to all and asked for by somebody unknown may be kept by the browser and is only
 * sent again when it has changed; everything else is not kept anywhere.
 */
export function send(request: FastifyRequest, reply: FastifyReply, parcel: Parcel): FastifyReply {
  const { body, type, status = 200, open, download } = parcel
  reply.header('content-type', type)
  if (download !== undefined) reply.header('content-disposition', attachment(download))
  if (!open || status !== 200) {
    return reply
      .code(status)
      .header('cache-control', open ? 'no-store' : 'private, no-store')
      .send(asBuffer(body))
  }
  const etag = `"${hash('sha1', body, 'base64url')}"`
  reply.header('cache-control', 'no-cache').header('vary', 'cookie').header('etag', etag)
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.code(200).send(asBuffer(body))
}

// Fastify takes strings and buffers; a plain Uint8Array it would turn into JSON.
const asBuffer = (body: string | Uint8Array) =>
  typeof body === 'string' || Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength)

/**
 * What makes an act one, however often it is sent. The key is the form's (or the caller's), made one's own by who sends it, so
 * that nobody gets the outcome of somebody else's act by sending their key. The digest of what was sent takes the same key in:
 * that is random and kept nowhere, so nobody who reads the table can try answers until one fits.
 */
export function onceOf(actor: Actor, key: string | undefined, sent: unknown): Once | undefined {
  if (!key) return undefined
  const digest = hash('sha256', `${actor.account ?? ''}:${key}`, 'hex')
  const part = (from: number, to: number) => digest.slice(from, to)
  return {
    key: `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`,
    asked: hash('sha256', `${key}:${canonicalJson(sent)}`, 'hex'),
  }
}

/** What a form brings, without what every opening of a page makes anew; of a file, which it is. */
export const sentIn = ({ lists, files }: Form): unknown => ({
  lists: Object.fromEntries(Object.entries(lists).filter(([name]) => name !== '_csrf' && name !== '_once')),
  files: files.map(({ field, name, bytes }) => ({ field, name, digest: hash('sha256', bytes, 'hex') })),
})

/** RFC 6266: a plain name for old programs, and the full one in UTF-8. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^\w .()-]/gu, '_')
    .slice(0, 150)
  const full = encodeURIComponent(name.toWellFormed().slice(0, 150)).replaceAll(
    /['()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
