import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { addCouncil } from '#platform/add-council.ts'
import { sql } from '#platform/database.ts'
import { html } from '#platform/html.ts'
import { isoDay, pence, text, whole } from '#platform/input.ts'
import type { Module } from '#platform/module.ts'
import type { House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import { anyone, done, query, refused, useCase } from '#platform/use-case.ts'
import type { Frame } from '#platform/web/doors.ts'
import { signIn } from '#platform/web/session.ts'
import { openWeb, type WebOptions } from '#platform/web.ts'
import { aDatabase } from './world.ts'

// A room small enough to see what the doors do with it. Its notes are mail to oneself, which needs no table of its own.

const keepNote = useCase({
  name: 'notes.keep-note',
  title: 'Keep a note',
  may: ['writer'],
  input: z.object({ words: text(200), sum: pence.optional(), on: isoDay.optional() }),
  run: async ({ tx, actor, now, about }, { words, sum, on }) => {
    about(`note/${words}`)
    if (words === 'secret')
      return refused('This may not be noted.', ['It has 6 letters; none are allowed.'], 'Write something else.')
    await sql`insert into platform.mail (council, id, account, subject, body, at)
      values (${actor.council}, gen_random_uuid(), ${actor.account}, ${words}, '', ${now})`.execute(tx)
    return done({ words, sum, on })
  },
})

const countNotes = query({
  name: 'notes.count',
  title: 'Count my notes',
  may: ['writer', 'reader'],
  input: z.object({ least: whole(0, 100).default(0) }),
  output: z.object({ notes: z.number() }),
  run: async ({ tx, actor }) => {
    const { rows } = await sql<{
      notes: number
    }>`select count(*)::int as notes from platform.mail where account = ${actor.account}`.execute(tx)
    return done({ notes: rows[0]?.notes ?? 0 })
  },
})

const addUp = query({
  name: 'notes.add-up',
  title: 'Add two sums',
  may: [anyone],
  input: z.object({ a: pence, b: pence }),
  output: z.object({ sum: z.bigint() }),
  run: async (_, { a, b }) => done({ sum: a + b }),
})

export const notes: Module = {
  name: 'notes',
  useCases: [keepNote, signIn],
  queries: [countNotes, addUp],
  offers: [
    { method: 'POST', path: '/notes', does: keepNote },
    { method: 'GET', path: '/notes/count', does: countNotes },
    { method: 'GET', path: '/sums/:a', does: addUp },
  ],
  pages: [
    {
      path: '/',
      may: [anyone],
      get: async ({ council, query }) => ({
        view: { title: 'Start', body: html`<p>${council.name}</p><p>${query['q']}</p>` },
      }),
    },
    {
      path: '/sign-in',
      may: [anyone],
      get: async (visit) => ({
        view: { title: 'Sign in', body: html`<form method="post">${visit.formFields()}</form>` },
      }),
      post: async (visit, form) => {
        const outcome = await visit.perform(signIn, { persona: form.values['persona'] })
        return outcome.ok
          ? { redirect: '/note', session: { start: outcome.value.account } }
          : { refusal: outcome.refusal }
      },
    },
    {
      path: '/sign-out',
      may: [anyone],
      get: async () => ({ redirect: '/' }),
      post: async () => ({ redirect: '/', session: 'end' }),
    },
    {
      path: '/note',
      may: ['writer'],
      get: async (visit) => ({ view: { title: 'Note', body: html`<form method="post">${visit.formFields()}</form>` } }),
      post: async (visit, form) => {
        const outcome = await visit.perform(keepNote, { words: form.values['words'] }, form)
        return outcome.ok ? { redirect: '/note?kept=1' } : { refusal: outcome.refusal }
      },
    },
    {
      path: '/files',
      may: [anyone],
      get: async (visit) => ({ view: { title: 'Files', body: visit.formFields() } }),
      post: async (_, { files, values, lists }) => ({
        file: JSON.stringify({
          files: files.map(({ bytes, ...rest }) => ({ ...rest, size: bytes.byteLength })),
          values,
          lists,
        }),
        type: 'application/json',
      }),
    },
    {
      path: '/named/:name',
      may: [anyone],
      get: async ({ params }) => ({
        file: '<script src="/x.js"></script>',
        type: 'text/javascript',
        download: params['name'] ?? '',
      }),
    },
    { path: '/elsewhere', may: [anyone], get: async ({ query }) => ({ redirect: query['to'] ?? '/' }) },
    { path: '/broken', may: [anyone], get: () => Promise.reject(new Error('the password is swordfish')) },
  ],
}

const frame: Frame = {
  page: (visit, view) => html`<title>${view.title}</title><i>${visit.actor.name}</i>${view.body}`,
  trouble: (_, { what, because, next }) => ({
    title: what,
    body: html`<h1>${what}</h1>${because.map((one) => html`<p>${one}</p>`)}<p>${next}</p>`,
  }),
  sheet: () => null,
}

/** A door with two demo councils and one real one behind it, listening on a free port. */
export async function aDoor(options: Partial<Pick<WebOptions, 'limits' | 'commands'>> = {}) {
  const database = await aDatabase()
  const house: House = { database, councils: councilsIn(database), clock: () => Temporal.Now.instant(), stir: () => {} }
  const people = [
    { name: 'Wanda', email: 'wanda@example.org', roles: ['writer'], persona: 'Writes.' },
    { name: 'Walter', email: 'walter@example.org', roles: ['writer'], persona: 'Writes too.' },
    { name: 'Rita', email: 'rita@example.org', roles: ['reader'], persona: 'Reads.' },
  ]
  await addCouncil(database, { council: 'larkshire', name: 'Larkshire', demo: true, people })
  await addCouncil(database, {
    council: 'kent',
    name: 'Kent',
    demo: true,
    people: [{ name: 'Kenneth', email: 'k@example.org', roles: ['writer'], persona: 'Writes.' }],
  })
  await addCouncil(database, { council: 'real', name: 'Real', demo: false, people })
  house.councils.refresh()
  const logged: Record<string, unknown>[] = []
  const keep = (line: unknown) => {
    logged.push(line as Record<string, unknown>)
  }
  const app = await openWeb({
    house,
    modules: [notes],
    frame,
    council: 'larkshire',
    log: { info: keep, warn: keep, error: keep } as unknown as WebOptions['log'],
    limits: { signIn: 1000, upload: 1000, search: 1000 },
    ...options,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return { house, app, port, logged, base: `http://127.0.0.1:${port}`, close: () => app.close() }
}

/** A browser with its cookies, as far as these tests need one. */
export function aBrowser(base: string, host?: string) {
  const cookies = new Map<string, string>()
  const go = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookies.size) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (host) headers.set('host', host)
    const response = await fetch(base + path, { redirect: 'manual', ...init, headers })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  /** The hidden fields of the form on a page. */
  const fieldsOf = async (path: string): Promise<Record<string, string>> =>
    Object.fromEntries(
      [...(await (await go(path)).text()).matchAll(/name="(_\w+)" value="([^"]+)"/gu)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
  const send = (path: string, fields: Record<string, string>, init: RequestInit = {}) =>
    go(path, { method: 'POST', body: new URLSearchParams(fields), ...init })
  const signInAs = async (persona: string) => send('/sign-in', { ...(await fieldsOf('/sign-in')), persona })
  return { cookies, go, fieldsOf, send, signInAs }
}
