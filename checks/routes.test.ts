import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { roles } from '#authority'
import { editDraft, putClause, startDraft } from '#decisions'
import { modules } from '#modules'
import type { Offer } from '#platform/module.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { openWeb } from '#platform/web.ts'
import { larkshire as constitution, people } from '../site/demo/larkshire.ts'
import { frameAround } from '../site/frame.ts'
import { site } from '../site/index.ts'
import { aCouncil, aDatabase, must, type World } from '../testing/world.ts'
import { furnish } from './furnish.ts'
import {
  addressesOn,
  filled,
  knocking,
  paramsOf,
  routeOf,
  sampleOf,
  standingOf,
  wordsOf,
  type Answer,
  type Walker,
} from './route-walk.ts'

// One engine is enough: who may come in is decided before any statement is sent.

// Every page and every offer of every room, as everybody: the list is what the rooms say of themselves, and the
// addresses are those that the pages lead to, so that a room which is added is walked without a word here.
const rooms = [...modules, site(modules)]
const pages = rooms.flatMap((room) => room.pages ?? [])
const offers = rooms.flatMap((room) => room.offers ?? [])
const patterns = pages.map(({ path }) => path)

const database = await aDatabase()
const otherton = await anotherCouncil()
const app = await openWeb({
  house: otherton.house,
  modules: rooms,
  frame: frameAround(rooms),
  council: 'otherton',
  remember: false,
  log: {
    info: () => {},
    warn: () => {},
    error: (...said: unknown[]) => {
      console.error(...said)
    },
  },
  limits: { signIn: 1e9, upload: 1e9, search: 1e9 },
})
after(() => app.close())
const { get, send, ask } = knocking(app, otherton.house)

const walkerOf = (world: World, firstName: string): Walker => {
  const { council, account, name, roles: has } = world.as(firstName)
  return { host: `${council}.localhost`, council, account, name, roles: has }
}
const visitorOf = (council: string): Walker => ({
  host: `${council}.localhost`,
  council,
  account: null,
  name: 'a visitor',
  roles: [],
})
const outsider = walkerOf(otherton, 'Olive')

// What Otherton is shown before there is anything in Larkshire: the site’s own words, which are nobody’s secret.
const own = new Set<string>()
for (const url of [
  ...patterns.map((path) => filled(path, {})),
  ...offers.filter(({ method }) => method === 'GET').map(({ path }) => `/api${filled(path, {})}`),
]) {
  own.add((await get(outsider, url)).text)
}
const ownWords = [...own].join('\n')

const larkshire = await aCouncil({
  database,
  on: '2022-08-04',
  council: {
    council: 'larkshire',
    name: 'Larkshire Council',
    demo: true,
    people: [...people, { name: 'Omnia Everyrole', email: 'omnia@larkshire.example', roles: [...roles] }],
  },
})
await furnish(larkshire)
await leaveDrafts(larkshire)
otherton.house.councils.refresh()
otherton.on('2022-08-15')

// Of each role and mixture of roles one person is enough.
const personas = [...Map.groupBy(people, ({ roles: has }) => [...has].sort().join()).values()].flatMap(([first]) =>
  first ? [walkerOf(larkshire, first.name)] : [],
)
const omnia = walkerOf(larkshire, 'Omnia')
const nobody = visitorOf('larkshire')

const mayCome = ({ may }: { may: readonly string[] }, { roles: has }: Walker) =>
  may.includes(anyone) || may.some((role) => has.includes(role))
const answered = (
  url: string,
  who: Walker,
  { status, text }: Answer,
  allowed = [200, 303, 304, 403, 404, 409, 410, 413, 415, 422],
) => {
  assert.ok(allowed.includes(status), `${url} answered ${status} to ${who.name} (${who.roles.join() || 'nobody'})`)
  const insides = /\bat (?:file:|async |Object\.)|node_modules|SqlState|(?:Type|Range|Reference|Syntax)Error/u.exec(
    text,
  )
  assert.equal(insides, null, `${url} shows its insides to ${who.name}`)
}

/**
 * Where the pages lead: up to `most` addresses for each route, found by following links as whoever sees most, then as
 * everybody.
 */
const known = new Map<string, string[]>()
const values = new Map<string, Set<string>>()
const broken: string[] = []
async function crawl(who: Walker, most: number, onlyNew = false): Promise<void> {
  const waiting = patterns.filter((pattern) => paramsOf(pattern).length === 0)
  const seen = new Set<string>()
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const route = routeOf(patterns, url)
    const path = url.split(/[?#]/u)[0] ?? ''
    if (!route || seen.has(path)) continue
    const before = known.get(route.pattern) ?? []
    if (onlyNew && before.length > 0 && paramsOf(route.pattern).length > 0) continue
    if (!before.includes(path)) {
      if (before.length >= most) continue
      known.set(route.pattern, [...before, path])
    }
    seen.add(path)
    for (const [name, value] of Object.entries(route.values)) {
      values.set(name, (values.get(name) ?? new Set()).add(value))
    }
    const page = await get(who, url)
    if (page.status >= 500) broken.push(`${url} answered ${page.status} to ${who.name}`)
    if (page.status === 200) waiting.push(...addressesOn(page.text))
  }
}
await crawl(omnia, 3)
// Posts open what roles do not: whatever is still unknown may stand on somebody’s own desk.
for (const who of personas) await crawl(who, 1, true)
const written = await wordsOf(database, 'larkshire')

/** Addresses of a page with real identifiers in them; made from what is written where no page leads there. */
function addressesOf(pattern: string, most = 3): string[] {
  const found = (known.get(pattern) ?? []).slice(0, most)
  if (found.length > 0 || paramsOf(pattern).length === 0) return found.length > 0 ? found : [pattern]
  return [0, 1, 2]
    .slice(0, most)
    .map((at) =>
      filled(pattern, Object.fromEntries(paramsOf(pattern).map((name) => [name, valueOf(name, at) ?? 'D-2001-9999']))),
    )
}

/** A real identifier for a field of this name. */
function valueOf(name: string, at = 0): string | undefined {
  const column = name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
  const all = [...(values.get(name) ?? []), ...(written.get(name) ?? []), ...(written.get(column) ?? [])]
  return all[at % Math.max(1, all.length)]
}
const offered = ({ path }: Offer, at = 0): string =>
  `/api${filled(path, Object.fromEntries(paramsOf(path).map((name) => [name, valueOf(name, at) ?? 'D-2001-9999'])))}`
const unknown = (pattern: string): string => filled(pattern, {})
/** What leads to no record is told everybody alike where everybody may ask: there it is enough that a visitor asks. */
const unknownTo = (who: Walker, { may }: { may: readonly string[] }, pattern: string): string[] =>
  who.account !== null && may.includes(anyone) ? [] : [unknown(pattern)]

test('no page that a page leads to is broken', () => assert.deepEqual(broken, []))

test('the pages lead to most of the routes with a record in them', () => {
  const withRecord = patterns.filter((pattern) => paramsOf(pattern).length > 0)
  const reached = withRecord.filter((pattern) => known.has(pattern))
  const missed = withRecord.filter((pattern) => !known.has(pattern))
  assert.ok(
    reached.length > withRecord.length / 2,
    `only ${reached.length} of ${withRecord.length}, and not ${missed.join(', ')}`,
  )
})

for (const who of [nobody, ...personas]) {
  test(`${who.name} (${who.roles.join(' and ') || 'nobody'}) gets every page that is theirs, and none whose list leaves them out`, async () => {
    const shutWays: string[] = []
    const deadEnds: string[] = []
    for (const page of pages) {
      const shut = !mayCome(page, who)
      // Who is shut out is shut out before anything is looked up, so one address is enough.
      for (const url of new Set([...addressesOf(page.path, 1), ...(shut ? [] : unknownTo(who, page, page.path))])) {
        const answer = await get(who, url)
        assertShut(page, who, url, shut, answer)
        if (
          answer.status === 200
          && /^\/desk\/./u.test(url)
          && /<h1/u.test(answer.text)
          && !/govuk-back-link/u.test(answer.text)
          && !answer.text.includes(`govuk-service-navigation__link" href="${url}"`)
        )
          deadEnds.push(url)
        if (answer.status === 200) shutWays.push(...waysShutTo(who, url, answer.text))
        if (page.post && (shut || (url === unknown(page.path) && paramsOf(page.path).length > 0))) {
          assertShut(page, who, `POST ${url}`, shut, await send(who, url, {}))
        }
      }
    }
    assert.deepEqual(shutWays, [], `pages lead ${who.name} to what is not for them`)
    assert.deepEqual(deadEnds, [], 'every page of the desk leads back, as the public ones do by the navigation')
  })

  test(`${who.name} (${who.roles.join(' and ') || 'nobody'}) is answered by every offer to programs, and refused where it leaves them out`, async () => {
    for (const offer of offers) {
      const shut = !mayCome(offer.does, who)
      const sample = sampleOf(offer.does.input, () => undefined)
      for (const url of new Set([
        offered(offer),
        ...(shut ? [] : unknownTo(who, offer.does, offer.path).map((path) => `/api${path}`)),
      ])) {
        // Whoever may is only told here of what does not fit: nothing is done to the records that others are still to
        // walk to.
        for (const body of offer.method === 'GET' ? [undefined] : shut ? [sample] : [{ nothing: 'of this' }]) {
          if (!shut && offer.method === 'POST' && url === offered(offer)) continue
          const answer = await ask(who, offer.method, url, body)
          answered(`${offer.method} ${url}`, who, answer, [200, 401, 403, 404, 409, 422])
          assert.equal(
            [401, 403].includes(answer.status),
            shut,
            `${offer.method} ${url} answered ${answer.status} to ${who.name}`,
          )
        }
      }
    }
  })
}

/**
 * Where a page offers a way to another on which this person would only be told that it is not for them. A visitor is asked to
 * sign in there, which is a way on.
 */
const waysShutTo = (who: Walker, url: string, text: string): string[] =>
  addressesOn(text).flatMap((to) => {
    const leadsTo = pageAt(to)
    return who.account !== null && leadsTo && !mayCome(leadsTo, who) ? [`${url} leads to ${to}`] : []
  })

// The same links stand on hundreds of pages, and looking through all the routes for one takes a while.
const pagesAt = new Map<string, Page | null>()
function pageAt(address: string): Page | null {
  const path = address.split(/[?#]/u)[0] ?? ''
  const known = pagesAt.get(path)
  if (known !== undefined) return known
  const route = routeOf(patterns, path)
  const found = (route && pages.find((one) => one.path === route.pattern)) ?? null
  pagesAt.set(path, found)
  return found
}

function assertShut(page: Page, who: Walker, url: string, shut: boolean, answer: Answer): void {
  answered(url, who, answer)
  if (!shut) return
  if (who.account === null)
    assert.ok(
      answer.status === 303 && answer.location.startsWith('/sign-in?next='),
      `${url} answered ${answer.status} to nobody`,
    )
  else assert.equal(answer.status, 403, `${url} is for ${page.may.join()} and answered ${answer.status} to ${who.name}`)
}

test('somebody of another council, with every role there and every identifier from here, gets nothing and changes nothing', async () => {
  // What is Larkshire’s alone: its identifiers and addresses, and whatever it says in more than one word.
  const secrets = [...new Set([...written.values()].flatMap((all) => [...all]))].filter(
    (value) =>
      value.length >= 9
      && /^[0-9a-f-]{36}$|@|\s|\d{4}-\d{4}/u.test(value)
      && !ownWords.includes(escaped(value))
      && !ownWords.includes(value),
  )
  assert.ok(secrets.length > 60, `only ${secrets.length} things of Larkshire’s to look for`)
  assert.ok(
    secrets.includes('Everyday life activities') || secrets.includes('Priya Larkin'),
    'titles and names are among them',
  )
  const before = await standingOf(database, 'larkshire')
  let asked = 0
  let sent = ''
  // Every council counts its records from one: what Otherton makes of what is sent may have the number of one of
  // Larkshire’s.
  const numbered = /^[A-Z]{1,3}-\d{4}-\d{4,}$/u
  const look = (url: string, answer: Answer) => {
    asked++
    answered(url, outsider, answer, [200, 303, 304, 401, 403, 404, 409, 410, 413, 415, 422])
    const said = `${decodeURIComponent(url.replaceAll(/%(?![0-9A-F]{2})/giu, '%25'))} ${sent}`
    const leaks = secrets.filter(
      (secret) =>
        !(sent !== '' && numbered.test(secret))
        && (answer.text.includes(secret) || answer.text.includes(escaped(secret)))
        && !said.includes(secret),
    )
    assert.deepEqual(leaks, [], `${url} answered ${answer.status} to ${outsider.name} with what is Larkshire’s`)
  }
  for (const { path } of pages) for (const url of addressesOf(path)) look(url, await get(outsider, url))
  const twice = [0, 1]
  for (const offer of offers.filter(({ method }) => method === 'GET')) {
    for (const at of twice) look(offered(offer, at), await ask(outsider, 'GET', offered(offer, at)))
  }
  // Only then is anything sent: from here on, what they sent themselves may come back to them.
  const fields = Object.fromEntries([...values.keys(), ...written.keys()].map((name) => [name, valueOf(name) ?? '']))
  sent = Object.values(fields).join(' ')
  for (const page of pages.filter(({ post }) => post)) {
    for (const url of addressesOf(page.path)) look(`POST ${url}`, await send(outsider, url, fields))
  }
  for (const offer of offers.filter(({ method }) => method === 'POST')) {
    for (const at of twice) {
      const body = sampleOf(offer.does.input, (name) => valueOf(name, at))
      sent = `${sent} ${JSON.stringify(body)} ${offered(offer, at)}`
      look(`POST ${offered(offer, at)}`, await ask(outsider, 'POST', offered(offer, at), body))
    }
  }
  assert.ok(asked > pages.length + offers.length)
  assert.deepEqual(await standingOf(database, 'larkshire'), before)
})

test('a session of one council opens no door of another', async () => {
  for (const [who, host] of [
    [outsider, 'larkshire.localhost'],
    [omnia, 'otherton.localhost'],
  ] as const) {
    for (const page of pages.filter(({ may }) => !may.includes(anyone))) {
      const { status, location } = await get({ ...who, host }, addressesOf(page.path, 1)[0] ?? page.path)
      assert.ok(status === 303 && location.startsWith('/sign-in?next='), `${page.path} answered ${status}`)
    }
    for (const offer of offers.filter(({ does }) => !does.may.includes(anyone))) {
      assert.equal((await ask({ ...who, host }, offer.method, offered(offer))).status, 401, offer.path)
    }
  }
})

// Last, because it does whatever it can: what matters is that nothing breaks.
test('whoever may, sends every form empty and every offer in its shape to real records: it is done or refused, and never breaks', async () => {
  // Whoever has every role, and one person who has only what it takes: the others differ by their posts, which others walk.
  const senders = (one: { may: readonly string[] }) => [
    omnia,
    ...personas.filter((who) => mayCome(one, who)).slice(0, 1),
  ]
  for (const page of pages.filter(({ post, path }) => post && path !== '/sign-out')) {
    for (const who of senders(page))
      for (const url of addressesOf(page.path, 1)) answered(`POST ${url}`, who, await send(who, url, {}))
  }
  for (const offer of offers.filter(({ does, method }) => method === 'POST' && does.name !== 'platform.move-clock')) {
    for (const who of senders(offer.does)) {
      for (const body of [{}, sampleOf(offer.does.input, (name) => valueOf(name))]) {
        answered(
          `POST ${offered(offer)}`,
          who,
          await ask(who, 'POST', offered(offer), body),
          [200, 401, 403, 404, 409, 422],
        )
      }
    }
  }
  assert.deepEqual(await larkshire.breaks(), [])
})

/** What stands on desks: one record that is written, and one that waits to be decided. */
async function leaveDrafts(world: World): Promise<void> {
  world.on('2022-08-15')
  const priya = world.as('Priya')
  for (const title of ['Draft about respite at weekends', 'Proposal about travel training']) {
    let { ref, version } = must(await world.does(priya, startDraft, { title }))
    ;({ version } = must(
      await world.does(priya, editDraft, {
        ref,
        version,
        changes: {
          maker: 'director-adults',
          subject: 'adults/autism',
          isKey: false,
          subjectToCallIn: false,
          value: { kind: 'stated', pence: 9_000_00 },
          reasons: 'It was asked for.',
          alternatives: 'No alternatives were considered.',
        },
      }),
    ))
    ;({ version } = must(
      await world.does(priya, putClause, { ref, version, label: 'a', verb: 'delegate', words: 'Delegate it' }),
    ))
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A council with the same posts under other names, so that whatever is called as in Larkshire has come from there. */
async function anotherCouncil(): Promise<World> {
  const staffed = ['Olive', 'Oscar', 'Orla']
  const email = (at: number) => `${staffed[at % staffed.length]?.toLowerCase()}@otherton.example`
  return aCouncil({
    database,
    on: '2022-08-15',
    council: {
      council: 'otherton',
      name: 'Otherton Council',
      demo: false,
      people: staffed.map((name, at) => ({ name: `${name} Otherton`, email: email(at), roles: [...roles] })),
    },
    constitution: {
      ...constitution,
      title: 'Constitution of Otherton',
      subjects: constitution.subjects.map(({ subject }, at) => ({ subject, title: `Otherton subject ${at}` })),
      posts: constitution.posts.map((post, at) => ({ ...post, title: `Otherton post ${at}` })),
      holders: constitution.holders.map((holder, at) => ({ ...holder, email: email(at) })),
      scheme: constitution.scheme.map(({ conditions: _, ...entry }, at) => ({
        ...entry,
        words: `Otherton words ${at}`,
      })),
      settings: constitution.settings.map((setting) => ({ ...setting, source: 'Otherton’s rules' })),
    },
  })
}
