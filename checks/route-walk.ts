import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { rows, sql, type Database } from '#platform/database.ts'
import type { House } from '#platform/perform.ts'
import { findSession, startSession } from '#platform/web/session.ts'

/** Somebody at a door: in which council’s name they ask, and as whom. */
export type Walker = { host: string; council: string; account: string | null; name: string; roles: readonly string[] }

export type Answer = { status: number; location: string; text: string }

/**
 * Ways of knocking, each with whatever session it takes: walking through every door also walks through the one that
 * signs out.
 */
export type Knocking = {
  get(who: Walker, url: string): Promise<Answer>
  send(who: Walker, url: string, fields: Record<string, string>): Promise<Answer>
  ask(who: Walker, method: 'GET' | 'POST', url: string, body?: unknown): Promise<Answer>
}

type Asked = { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; payload?: string }

export function knocking(app: FastifyInstance, house: House): Knocking {
  const tokens = new Map<string, { token: string; seenAfter: number }>()
  let posts = 0
  const forms = new Map<string, { cookie: string; csrf: string }>()
  const keyOf = ({ host, council, account }: Walker) => `${host} ${council} ${account}`
  /** A session that is alive at this moment: a walk closes accounts’ sessions behind it. */
  const tokenOf = async (who: Walker): Promise<string | null> => {
    if (who.account === null) return null
    const before = tokens.get(keyOf(who))
    // Only what was sent ends a session; while everybody only looks, nobody has to ask.
    if (before && (before.seenAfter === posts || (await findSession(house, who.council, before.token)))) {
      before.seenAfter = posts
      return before.token
    }
    const { token } = await startSession(house, who.council, who.account)
    tokens.set(keyOf(who), { token, seenAfter: posts })
    forms.delete(keyOf(who))
    return token
  }
  /** The guard of a form as it stands on a page of this person’s, so that only their right to send it counts. */
  const formOf = async (who: Walker): Promise<{ cookie: string; csrf: string }> => {
    const token = await tokenOf(who)
    const before = forms.get(keyOf(who))
    if (before) return before
    const cookie = token ? `remit=${token}` : ''
    const page = await app.inject({
      method: 'GET',
      url: token ? '/sign-out' : '/sign-in',
      headers: { host: who.host, cookie },
    })
    const given = [page.headers['set-cookie'] ?? []].flat().map((one) => String(one).split(';')[0])
    const csrf = /name="_csrf" value="([^"]+)"/u.exec(page.body)?.[1] ?? ''
    const form = { cookie: [cookie, ...given].filter((one) => one !== '').join('; '), csrf }
    forms.set(keyOf(who), form)
    return form
  }
  const inject = async (asked: Asked, tries = 0): Promise<Answer> => {
    if (asked.method === 'POST' && tries === 0) posts++
    const { statusCode, headers, body } = await app.inject(asked)
    // On a machine that others use, the server may turn people away for a moment, and says so.
    if (statusCode === 503 && headers['retry-after'] !== undefined && tries < 40) {
      await new Promise((wake) => setTimeout(wake, 250))
      return inject(asked, tries + 1)
    }
    return { status: statusCode, location: String(headers.location ?? ''), text: body }
  }
  return {
    get: async (who, url) => {
      const token = await tokenOf(who)
      return inject({ method: 'GET', url, headers: { host: who.host, ...(token ? { cookie: `remit=${token}` } : {}) } })
    },
    send: async (who, url, fields) => {
      const { cookie, csrf } = await formOf(who)
      return inject({
        method: 'POST',
        url,
        payload: new URLSearchParams({ ...fields, _csrf: csrf }).toString(),
        headers: { host: who.host, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
    },
    ask: async (who, method, url, body) => {
      const token = await tokenOf(who)
      const headers = { host: who.host, ...(token ? { authorization: `Bearer ${token}` } : {}) }
      if (method === 'GET') return inject({ method, url, headers })
      return inject({
        method,
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        payload: JSON.stringify(body ?? {}),
      })
    },
  }
}

/** The names of the parameters of a route. */
export const paramsOf = (pattern: string): string[] =>
  [...pattern.matchAll(/:([A-Za-z]+)/gu)].map(([, name = '']) => name)

/** A route with values in the places of its parameters. */
export const filled = (pattern: string, values: Record<string, string>): string =>
  pattern.replaceAll(/:([A-Za-z]+)/gu, (_, name: string) => encodeURIComponent(values[name] ?? 'D-2001-9999'))

/** Which of these routes an address leads to: one without parameters in a place comes before one with. */
export function routeOf(
  patterns: readonly string[],
  address: string,
): { pattern: string; values: Record<string, string> } | null {
  const path = address.split(/[?#]/u)[0] ?? ''
  const found = patterns.flatMap((pattern) => {
    const names = paramsOf(pattern)
    const shape = pattern.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(/:[A-Za-z]+/gu, '([^/]+)')
    const match = new RegExp(`^${shape}$`, 'u').exec(path)
    if (!match) return []
    return [{ pattern, values: Object.fromEntries(names.map((name, at) => [name, decoded(match[at + 1] ?? '')])) }]
  })
  return found.sort((a, b) => paramsOf(a.pattern).length - paramsOf(b.pattern).length)[0] ?? null
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Addresses of our own on a page: links, and where forms are sent. */
export const addressesOn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/(?:href|action)="(\/[^"#]*)/gu)].map(([, address = '']) => address.replaceAll('&amp;', '&')),
  ),
]

/**
 * Everything written of a council in words, by the name of its column: what belongs to it, and what leads to its
 * records.
 */
export async function wordsOf(database: Database, council: string): Promise<Map<string, Set<string>>> {
  const columns = await database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `
    select n.nspname || '.' || c.relname as "table", a.attname as "column" from pg_class c
    join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and t.typname in ('text', 'uuid') and a.attname <> 'council'
      and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg_%'
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'council')
      and n.nspname || '.' || c.relname not in ('platform.journal', 'platform.council')`,
          [],
        )
      ).rows as { table: string; column: string }[],
  )
  const found = new Map<string, Set<string>>()
  for (const { table, column } of columns) {
    const values = await database.asOwner(
      async (connection) =>
        (
          await connection.query(
            `select distinct ${quoted(column)}::text as value from ${table} where council = $1 and ${quoted(column)} is not null limit 200`,
            [council],
          )
        ).rows as { value: string }[],
    )
    const all = found.get(column) ?? new Set<string>()
    for (const { value } of values) if (value !== '') all.add(value)
    found.set(column, all)
  }
  return found
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/**
 * A digest of everything that is written of a council, but for its sessions and its journal’s refusals, which knocking
 * leaves.
 */
export async function standingOf(database: Database, council: string): Promise<Record<string, string>> {
  return database.within({ council, role: 'remit_app' }, async (tx) => {
    const tables = await rows<{ name: string }>(
      tx,
      sql`select n.nspname || '.' || c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select')
        and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'council') order by 1`,
    )
    const standing: Record<string, string> = {}
    for (const { name } of tables) {
      if (['platform.session', 'platform.account'].includes(name)) continue
      const [digest] = await rows<{ digest: string }>(
        tx,
        sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
        from ${sql.raw(name)} t where council = ${council}`,
      )
      standing[name] = digest?.digest ?? ''
    }
    return standing
  })
}

type Json = Record<string, unknown>

/** An input of the right shape: `given` says which values to use for a field by its name. */
export function sampleOf(schema: z.ZodType, given: (name: string) => string | undefined): unknown {
  return sampled(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref', reused: 'inline' }) as Json,
    '',
    given,
  )
}

function sampled(shape: Json, name: string, given: (name: string) => string | undefined): unknown {
  const of = (one: unknown) => sampled((one ?? {}) as Json, name, given)
  if ('const' in shape) return shape['const']
  if (Array.isArray(shape['enum'])) return shape['enum'][0]
  for (const many of ['anyOf', 'oneOf', 'allOf']) {
    if (Array.isArray(shape[many])) return of((shape[many] as unknown[])[0])
  }
  switch (shape['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries((shape['properties'] ?? {}) as Record<string, Json>).map(([key, one]) => [
          key,
          sampled(one, key, given),
        ]),
      )
    case 'array':
      return [of(shape['items'])]
    case 'integer':
    case 'number':
      return Number(shape['minimum'] ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return given(name) ?? plain[String(shape['format'])] ?? 'Something'
  }
}

const plain: Record<string, string> = { date: '2022-08-15', email: 'x@y.example' }
