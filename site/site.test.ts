import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '#testing/browser.ts'
import { aCouncil, no } from '#testing/world.ts'
import { sql } from '#platform/database.ts'
import { writeMail } from '#platform/mail.ts'
import { people } from './demo/larkshire.ts'
import { moveClock } from './move-clock.ts'

const world = await aCouncil({ on: '2022-08-05' })
const { base, browser } = await openBrowser(world)

test('the start page says what this is, searches the register and offers only what is there', async () => {
  const start = await browser().open('/')
  assert.equal(start.status, 200)
  assert.match(start.words(), /Larkshire Council/u)
  assert.match(start.words(), /things to try/u)
  for (const [, address = ''] of start.text.matchAll(/<a [^>]*href="(\/[^"]*)"/gu)) {
    const page = await browser().open(address)
    assert.ok(page.status < 400, `${address} answers ${page.status}`)
  }
  const found = await start.send({ q: 'respite' }, 'Search')
  assert.match(found.url, /\/register\?q=respite/u)
})

test('in a demo anybody may be anybody, sees which posts they hold, and comes back to where they were going', async () => {
  const someone = browser()
  const asked = await someone.open('/desk/mail')
  assert.match(asked.url, /\/sign-in\?next=%2Fdesk%2Fmail/u)
  assert.match(asked.words(), /Priya Larkin.*Holds: Head of Commissioning/u)
  const back = await asked.send({}, 'Sign in as Priya Larkin')
  assert.equal(back.url, '/desk/mail')
  assert.match(back.words(), /Signed in as Priya Larkin/u)
})

test('what was typed into a form outlives the session, and can be sent again by whoever signs in next', async () => {
  const typed = 'Lift at the day centre, “<b>second</b>” floor'
  const priya = await browser().signIn('Priya Larkin')
  const form = await priya.open('/desk/decisions/new')
  await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    sql`delete from platform.session where council = ${world.council}`.execute(tx),
  )
  const kept = await form.send({ title: typed })
  assert.equal(kept.status, 403)
  assert.match(kept.words(), /You have been signed out, and this was not sent.*second/u)
  assert.doesNotMatch(kept.text, /<b>second/u)
  assert.match(kept.link('Sign in (opens in a new tab)'), /^\/sign-in/u)
  // Whoever only sends it again is told the same, and loses nothing.
  const still = await kept.send({}, 'Send it again')
  assert.match(still.words(), /You have been signed out/u)
  await priya.signIn('Basil Thornby')
  const no = await still.send({}, 'Send it again')
  assert.match(no.words(), /You may not see this page.*second/u)
  await priya.signIn('Ada Quill')
  const asked = await no.send({}, 'Send it again')
  assert.match(asked.words(), /This was not sent yet.*before you signed in as you are now, as Ada Quill/u)
  const done = await asked.send({}, 'Send it again')
  assert.match(done.url, /^\/desk\/decisions\/D-/u)
  assert.match(done.words(), /Lift at the day centre, “<b>second<\/b>” floor/u)
})

test('a form that another site sent, or nobody knows who, is never shown with what was typed into it', async () => {
  for (const from of ['cross-site', 'same-site', 'none', null]) {
    const response = await fetch(`${base}/desk/decisions/new`, {
      method: 'POST',
      redirect: 'manual',
      headers: from === null ? {} : { 'sec-fetch-site': from },
      body: new URLSearchParams({ title: 'Words of a stranger' }),
    })
    assert.equal(response.headers.get('location'), '/sign-in?next=%2Fdesk%2Fdecisions%2Fnew', String(from))
    assert.doesNotMatch(await response.text(), /stranger/u)
  }
})

test('signing in never leads to another site', async () => {
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    const response = await fetch(`${base}/sign-in?next=${encodeURIComponent(next)}`)
    const page = await response.text()
    assert.doesNotMatch(page, /evil\.example|javascript:/u)
    const field = (pattern: RegExp) => pattern.exec(page)?.[1] ?? ''
    const signedIn = await fetch(`${base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: response.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      },
      body: new URLSearchParams({
        _csrf: field(/name="_csrf" value="([^"]+)"/u),
        account: field(/value="([0-9a-f-]{36})"[^>]*name="account"/u),
        next,
      }),
    })
    assert.deepEqual([signedIn.status, signedIn.headers.get('location')], [303, '/home'], next)
  }
})

test('the day moves forward for everybody, only forward, and is shown on every page', async () => {
  const priya = await browser().signIn('Priya Larkin')
  const clock = await priya.open('/demo/clock')
  assert.match(clock.words(), /it is Friday 5 August 2022/u)
  for (const wrong of ['0', '-3', '1.5', 'many', '', '367']) {
    const again = await clock.send({ days: wrong }, 'Move the day forward')
    assert.equal(again.status, 422, wrong)
    assert.match(again.words(), /There is a problem.*Enter a whole number from 1 to 366/u)
  }
  const moved = await clock.send({ days: '8' }, 'Move the day forward')
  assert.match(moved.words(), /it is Saturday 13 August 2022, 8 days ahead/u)
  assert.match((await browser().open('/')).words(), /Demo day: Saturday 13 August 2022/u)
  assert.deepEqual(await world.breaks(), [])
})

test('a person reads their own mail, newest first, a page at a time', async () => {
  const [priya, ada] = [world.as('Priya'), world.as('Ada')]
  await world.house.database.within({ council: world.council, role: 'remit_app' }, async (tx) => {
    for (let n = 1; n <= 23; n++)
      await writeMail(
        tx,
        world.council,
        { account: priya.account ?? '', subject: `Letter ${n}`, body: 'One <b>line</b>.\nAnother.' },
        world.house.clock().add({ minutes: n }),
      )
    await writeMail(
      tx,
      world.council,
      { account: ada.account ?? '', subject: 'For Ada only', body: '' },
      world.house.clock(),
    )
  })
  const first = await (await browser().signIn('Priya Larkin')).open('/desk/mail')
  const subjects = (text: string) => [...text.matchAll(/summary-card__title">([^<]*)</gu)].map(([, subject]) => subject)
  assert.deepEqual(
    subjects(first.text),
    Array.from({ length: 20 }, (_, n) => `Letter ${23 - n}`),
  )
  assert.match(first.text, /One &lt;b&gt;line/u)
  const older = await (
    await browser().signIn('Priya Larkin')
  ).open(/href="(\/desk\/mail\?after=[^"]*)"/u.exec(first.text)?.[1] ?? '')
  assert.deepEqual(subjects(older.text), ['Letter 3', 'Letter 2', 'Letter 1'])
})

test('what must be said about accessibility, cookies and privacy is said', async () => {
  for (const [path, says] of [
    ['/accessibility', /2\.2/u],
    ['/cookies', /remit-form/u],
    ['/privacy', /searched for/u],
    ['/api', /OpenAPI 3\.1/u],
  ] as const) {
    const page = await browser().open(path)
    assert.equal(page.status, 200)
    assert.match(page.words(), says)
  }
})

test('in a real council nobody can be picked, and its day cannot be moved', async () => {
  const real = await aCouncil({
    on: '2022-08-05',
    database: world.house.database,
    council: { council: 'realshire', name: 'Realshire', demo: false, people },
  })
  assert.match(no(await real.does(real.as('Isolde'), moveClock, { days: 1 })), /Realshire is not a demonstration/u)
  const { browser: inReal } = await openBrowser(real)
  const page = await inReal().open('/sign-in')
  assert.match(page.words(), /identity service, and none has been set up/u)
  assert.doesNotMatch(page.text, /Priya/u)
  assert.doesNotMatch((await inReal().open('/')).words(), /things to try|invented/u)
})
