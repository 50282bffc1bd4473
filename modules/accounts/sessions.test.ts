import assert from 'node:assert/strict'
import { test } from 'node:test'
import { row, sql } from '#platform/database.ts'
import { browserWords } from '#platform/web/browser-words.ts'
import { findSession, startSession } from '#platform/web/session.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import { endOwnSession, endSessions, listSessions, setSessionRule, signOutEverywhere } from './index.ts'

const world = await aCouncil({ on: '2022-08-05T08:00:00Z' })
const { base, browser } = await openBrowser(world)
const [priya, isolde, ada] = [world.as('Priya'), world.as('Isolde'), world.as('Ada')]
const start = (account: string | null, browserSaid = 'Firefox on Windows') =>
  startSession(world.house, world.council, account ?? '', { browser: browserSaid })
const known = async (token: string) => (await findSession(world.house, world.council, token))?.actor.name ?? null
const sessionsOf = async (who: typeof priya) => must(await world.asks(who, listSessions, {})).sessions

test('a browser is put into plain words, and nothing else of it is kept', () => {
  const said: [string | undefined, string][] = [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Microsoft Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      'Safari on a Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1',
      'Chrome on an iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
      'Samsung Internet on Android',
    ],
    ['curl/8.5.0', 'An unknown browser'],
    [undefined, 'An unknown browser'],
    ['<script>alert(1)</script>', 'An unknown browser'],
  ]
  for (const [agent, words] of said) assert.equal(browserWords(agent), words)
})

test('a person sees where they are signed in, ends one of the sessions, and goes on in the other', async () => {
  const here = await browser().signIn('Priya Larkin')
  const there = await start(priya.account, 'Safari on an iPad')
  assert.equal(await known(there.token), 'Priya Larkin')
  const page = await here.open('/sessions')
  assert.match(page.words(), /Safari on an iPad.*5 Aug 2022, 9:00am/u)
  assert.match(page.words(), /This one/u)
  const button = /End it: Safari on an iPad[^<]*/u.exec(page.words())?.[0]?.split(/ 5 Aug/u)[0]
  assert.ok(button)
  const after = await page.send(
    {},
    /(End it: Safari on an iPad, signed in 5 Aug 2022, 9:00am)/u.exec(page.words())?.[1] ?? '',
  )
  assert.match(after.words(), /That session has ended/u)
  assert.equal(await known(there.token), null)
  assert.equal((await here.open('/desk')).status, 200)
})

test('signing out everywhere ends this one, too', async () => {
  const here = await browser().signIn('Priya Larkin')
  const there = await start(priya.account)
  const out = await (await here.open('/sessions')).send({}, 'Sign out everywhere')
  assert.equal(out.url, '/signed-out')
  assert.equal(await known(there.token), null)
  assert.match((await here.open('/desk')).url, /\/sign-in/u)
  assert.deepEqual(await sessionsOf(priya), [])
})

test('nobody ends another person’s session by its name, and an administrator ends all of a person’s', async () => {
  const hers = await start(ada.account)
  const [session] = await sessionsOf(ada)
  assert.match(no(await world.does(priya, endOwnSession, { session: session?.session })), /no such session of yours/u)
  assert.equal(await known(hers.token), 'Ada Quill')
  assert.match(no(await world.does(priya, endSessions, { account: ada.account })), /You may not do this/u)
  assert.equal(must(await world.does(isolde, endSessions, { account: ada.account })).ended, 1)
  assert.equal(await known(hers.token), null)
})

test('the name of a session signs nobody in, and its token is not in the table', async () => {
  const { token } = await start(priya.account)
  const [session] = await sessionsOf(priya)
  assert.equal(await known(session?.session ?? ''), null)
  const text = await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    row<{ all: string }>(tx, sql`select string_agg(s::text, ' ') as all from platform.session s`),
  )
  assert.ok(
    text?.all && !text.all.includes(token) && !text.all.includes(Buffer.from(token, 'base64url').toString('hex')),
  )
  must(await world.does(priya, signOutEverywhere, {}))
})

test('a session that is not used ends after two hours, one that is used after twelve', async () => {
  world.on('2022-08-05T08:00:00Z')
  const [idle, busy] = [await start(priya.account), await start(priya.account)]
  for (let minutes = 90; minutes <= 719; minutes += 90) {
    world.on(Temporal.Instant.from('2022-08-05T08:00:00Z').add({ minutes }).toString())
    assert.equal(await known(busy.token), 'Priya Larkin', `${minutes} minutes`)
  }
  assert.equal(await known(idle.token), null)
  world.on('2022-08-05T19:59:00Z')
  assert.equal(await known(busy.token), 'Priya Larkin')
  world.on('2022-08-05T20:00:00Z')
  assert.equal(await known(busy.token), null)
})

test('a council chooses its own times from a day on, and shorter ones count for who is signed in already', async () => {
  world.on('2022-08-08T21:00:00Z')
  must(await world.does(isolde, setSessionRule, { idleMinutes: 15, longestHours: 3, from: '2022-08-09' }))
  const { token } = await start(priya.account)
  world.on('2022-08-08T22:30:00Z')
  assert.equal(await known(token), 'Priya Larkin', 'it is half past eleven in London: the usual times still hold')
  world.on('2022-08-08T23:01:00Z')
  assert.equal(await known(token), null, 'after midnight in London fifteen minutes do')
  world.on('2022-08-09T08:00:00Z')
  const { token: next, expires } = await start(priya.account)
  assert.equal(expires.toString(), '2022-08-09T11:00:00Z')
  world.on('2022-08-09T08:14:00Z')
  assert.equal(await known(next), 'Priya Larkin')
  world.on('2022-08-09T08:30:00Z')
  assert.equal(await known(next), null)
})

test('times that make no sense are refused, on the page with what was typed', async () => {
  const form = await (await browser().signIn('Isolde Marchbank')).open('/desk/session-rule')
  for (const [idleMinutes, longestHours, says] of [
    ['4', '3', /from 5 to 1440/u],
    ['60', '0', /from 1 to 168/u],
    ['120', '1', /no more minutes than the whole session/u],
  ] as const) {
    const again = await form.send({ idleMinutes, longestHours }, 'Set the times')
    assert.equal(again.status, 422)
    assert.match(again.words(), says)
    assert.match(again.text, new RegExp(`value="${idleMinutes}"`, 'u'))
  }
  assert.match(
    (await form.send({ idleMinutes: '30', longestHours: '8' }, 'Set the times')).words(),
    /Set\..*Set by Isolde Marchbank/u,
  )
})

test('most requests write nothing: when it was last used is known to the minute', async () => {
  world.on('2022-08-12T08:00:00Z')
  const { token } = await start(priya.account)
  world.on('2022-08-12T08:00:40Z')
  await known(token)
  assert.equal((await sessionsOf(priya))[0]?.seenAt?.toString(), '2022-08-12T08:00:00Z')
  world.on('2022-08-12T08:01:30Z')
  await known(token)
  assert.equal((await sessionsOf(priya))[0]?.seenAt?.toString(), '2022-08-12T08:01:30Z')
})

test('a new sign-in in the same browser has a new token, and the old one is worth nothing', async () => {
  const roam = new Map<string, string>()
  const cookie = () => [...roam].map(([name, value]) => `${name}=${value}`).join('; ')
  const go = async (path: string, body?: URLSearchParams) => {
    const response = await fetch(base + path, {
      redirect: 'manual',
      headers: { cookie: cookie() },
      ...(body ? { method: 'POST', body } : {}),
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? []
      roam.set(name, value)
    }
    return response.text()
  }
  const signIn = async (name: string) => {
    const text = await go('/sign-in')
    const csrf = /name="_csrf" value="([^"]+)"/u.exec(text)?.[1] ?? ''
    const account = world.as(name).account ?? ''
    await go('/sign-in', new URLSearchParams({ _csrf: csrf, account }))
    return roam.get('remit') ?? ''
  }
  const first = await signIn('Priya')
  const second = await signIn('Priya')
  assert.notEqual(first, second)
  assert.deepEqual([await known(first), await known(second)], [null, 'Priya Larkin'])
})
