import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { appoint, listPeople as whoMayBeAppointed, officer } from '#authority'
import { addPerson, addProgram, listPeople, listPrograms, revokeProgram } from '#accounts'
import { rows, sql } from '#platform/database.ts'
import { findLetter, writeMail } from '#platform/mail.ts'
import { perform } from '#platform/perform.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'

const world = await aCouncil({ on: '2022-08-05' })
const isolde = world.as('Isolde')
const { base, browser } = await openBrowser(world)
const ask = async (key: string, path: string, body?: unknown) => {
  const response = await fetch(`${base}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const given = { name: 'Finance ledger', roles: [officer], lastDay: '2023-03-31', contact: 'ledger@larkshire.example' }
const made = must(await world.does(isolde, addProgram, given))
const inside = <T>(read: Parameters<typeof world.house.database.within<T>>[1]) =>
  world.house.database.within({ council: 'larkshire', role: 'remit_app' }, read)

test('a program signs in by its key, is named in what it does, and has no more than its roles', async () => {
  assert.match(made.key, /^remit_[\w-]{43}$/u)
  assert.equal((await ask(made.key, '/desk')).status, 200)
  // An offer to administrators is closed to it, and so is one to another role.
  assert.equal((await ask(made.key, '/people')).status, 403)
  assert.equal((await ask(made.key, '/holds', { section: 's5' })).status, 403)
  const { status, body } = await ask(made.key, '/decisions', { title: 'Started by a program' })
  assert.equal(status, 200, JSON.stringify(body))
  const journal = await inside((tx) =>
    rows<{ by: string; account: string }>(
      tx,
      sql`select entry::jsonb ->> 'by' as by, account from platform.journal where use_case = 'decisions.start-draft'`,
    ),
  )
  assert.deepEqual(journal, [{ by: 'Finance ledger (program)', account: made.program }])
  assert.equal(
    (
      await ask(
        made.key.replace(/.$/u, (last) => (last === 'x' ? 'y' : 'x')),
        '/desk',
      )
    ).status,
    401,
  )
  assert.deepEqual(await world.breaks(), [])
})

test('posts decide for it as for everybody: it holds none until it is appointed', async () => {
  const passOn = (ref: string) =>
    ask(made.key, `/mandates/${ref}/pass-on`, {
      to: 'head-commissioning',
      powers: ['contract'],
      scope: 'adults/care-at-home',
      pence: 100,
      from: '2022-08-05',
      words: 'Small contracts',
    })
  const mandates = (await ask(made.key, '/mandates?post=director-adults')).body['lines'] as {
    ref: string
    powers: string[]
  }[]
  const ref = mandates.find(({ powers }) => powers.includes('contract'))?.ref ?? ''
  const before = await passOn(ref)
  assert.equal(before.status, 422, JSON.stringify(before.body))
  assert.match(JSON.stringify(before.body), /Finance ledger \(program\) does not hold the post director-adults/u)
  const { people } = must(await world.asks(isolde, whoMayBeAppointed, {}))
  const email = people.find(({ name }) => name === 'Finance ledger (program)')?.email
  must(await world.does(isolde, appoint, { post: 'director-adults', email, from: '2022-08-05' }))
  const after = await passOn(ref)
  // Now it is the mandate itself that says no, as it would to any holder.
  assert.doesNotMatch(JSON.stringify(after.body), /does not hold/u)
  assert.match(JSON.stringify(after.body), /passed on/u)
})

test('the key is kept nowhere: not in the journal, not under an idempotency key, not in the list', async () => {
  const once = { key: randomUUID(), asked: null }
  const first = must(await perform(world.house, addProgram, isolde, { ...given, name: 'Once' }, once))
  const again = await perform(world.house, addProgram, isolde, { ...given, name: 'Once' }, once)
  assert.match(no(again), /its key was shown then/u)
  const all = JSON.stringify(
    await inside(async (tx) => [
      await rows(tx, sql`select entry from platform.journal`),
      await rows(tx, sql`select outcome from platform.once`),
      await rows(tx, sql`select account, roles, mark, contact, encode(digest, 'hex') as digest from platform.program`),
    ]),
  )
  for (const { key } of [made, first]) {
    assert.ok(!all.includes(key))
    assert.ok(!all.includes(key.slice(6)))
  }
  const { programs } = must(await world.asks(isolde, listPrograms, {}))
  assert.equal(programs.filter(({ name }) => name.startsWith('Once')).length, 1)
  assert.equal(programs.find(({ program }) => program === made.program)?.usedAt !== null, true)
})

test('it is no administrator, lasts a year at most, and is among programs and not among people', async () => {
  const wrong = async (more: object) => no(await world.does(isolde, addProgram, { ...given, ...more }))
  assert.match(await wrong({ roles: ['administrator'] }), /Choose among: commissioning officer/u)
  assert.match(await wrong({ roles: [] }), /Choose at least one/u)
  assert.match(await wrong({ lastDay: '2022-08-04' }), /is past/u)
  assert.match(await wrong({ lastDay: '2023-08-07' }), /a key lasts a year at most/u)
  assert.match(no(await world.does(world.as('Priya'), addProgram, given)), /You may not do this/u)
  const { lines } = must(await world.asks(isolde, listPeople, { q: 'program' }))
  assert.deepEqual(lines, [])
  // Nobody can take its address and become it, and a letter to it goes to whoever answers for it.
  assert.equal(
    (await world.does(isolde, addPerson, { name: 'X', email: `${made.program}@program.invalid`, roles: [] })).ok,
    false,
  )
  const letter = await inside(async (tx) => {
    await writeMail(tx, 'larkshire', { account: made.program, subject: 'To you', body: 'Words' }, world.house.clock())
    const [one] = await rows<{ id: string }>(tx, sql`select id from platform.mail where account = ${made.program}`)
    return findLetter(tx, 'larkshire', one?.id ?? '')
  })
  assert.equal(letter?.email, 'ledger@larkshire.example')
})

test('after its last day, and once it is revoked, a key is refused', async () => {
  world.on('2023-03-31')
  assert.equal((await ask(made.key, '/desk')).status, 200)
  world.on('2023-04-01')
  const ended = await ask(made.key, '/desk')
  assert.equal(ended.status, 401)
  assert.match(JSON.stringify(ended.body), /run out, was signed out or revoked/u)
  world.on('2022-08-05')
  const other = must(await world.does(isolde, addProgram, { ...given, name: 'Revoked' }))
  assert.equal((await ask(other.key, '/desk')).status, 200)
  must(await world.does(isolde, revokeProgram, { program: other.program }))
  assert.equal((await ask(other.key, '/desk')).status, 401)
  assert.match(no(await world.does(isolde, revokeProgram, { program: other.program })), /was revoked already/u)
  assert.match(no(await world.does(isolde, revokeProgram, { program: randomUUID() })), /no such program/u)
  // A key is no session: no page takes it.
  const page = await fetch(`${base}/desk/programs`, { headers: { cookie: `remit=${made.key}` }, redirect: 'manual' })
  assert.equal(page.status, 303)
})

test('an administrator does it on pages: the key is shown once, the list says when it was last used, and one button revokes it', async () => {
  const web = await browser().signIn('Isolde Marchbank')
  const list = await web.open((await web.open('/desk/people')).link('programs that sign in'))
  const form = await web.open(list.link('Let a program sign in'))
  assert.match((await form.send({ name: 'Diary' })).words(), /Enter its last day/u)
  const shown = await form.send({
    name: 'Diary',
    contact: 'diary@larkshire.example',
    roles: ['democratic services'],
    'lastDay-day': '31',
    'lastDay-month': '12',
    'lastDay-year': '2022',
  })
  const key = /remit_[\w-]{43}/u.exec(shown.words())?.[0] ?? ''
  assert.match(shown.headers.get('cache-control') ?? '', /no-store/u)
  assert.equal((await ask(key, '/desk')).status, 200)
  const after = await web.open('/desk/programs')
  assert.doesNotMatch(after.text, new RegExp(key, 'u'))
  assert.match(after.words(), /Diary \(program\) diary@larkshire\.example answers for it/u)
  await after.send({}, 'Revoke the key of Diary (program)')
  assert.match((await web.open('/desk/programs')).words(), /Revoked by Isolde Marchbank/u)
  assert.equal((await ask(key, '/desk')).status, 401)
  assert.deepEqual(await world.breaks(), [])
})
