import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { PgBoss } from 'pg-boss'
import { addCouncil } from '#platform/add-council.ts'
import { aDatabase } from '#testing/world.ts'
import { BadSetting, readConfig, type MailConfig } from './config.ts'
import { sql, type Tx } from './database.ts'
import { carryLetter, mailWords, startPost, withAddresses } from './deliver-mail.ts'
import { letterAgain, mailCounts, troubledLetters, writeMail } from './mail.ts'
import { readNotifyKey, signedToken } from './notify.ts'
import type { House } from './perform.ts'
import { choose } from './setting.ts'
import { councilsIn } from './tenant.ts'

// GOV.UK Notify as far as the edge: what it is sent, and whatever it is told to answer.
type Sent = {
  path: string
  token: string
  body: {
    email_address: string
    template_id: string
    personalisation: { subject: string; body: string }
    reference: string
  }
}
const sent: Sent[] = []
let answers: (number | 'hang up')[] = []
const stub = createServer((request, response) => {
  let text = ''
  request
    .setEncoding('utf8')
    .on('data', (some: string) => {
      text += some
    })
    .on('end', () => {
      sent.push({
        path: request.url ?? '',
        token: String(request.headers.authorization).replace('Bearer ', ''),
        body: JSON.parse(text) as Sent['body'],
      })
      const answer = answers.shift() ?? 201
      if (answer === 'hang up') return request.socket.destroy()
      const body =
        answer === 201
          ? { id: 'a' }
          : {
              status_code: answer,
              errors: [{ error: 'Error', message: `Can’t send to priya@real.example: ${answer}` }],
            }
      return response.writeHead(answer, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
})
await new Promise<void>((ready) => {
  stub.listen(0, '127.0.0.1', ready)
})
after(() => {
  stub.close()
})

const service = '26785a09-ab16-4eb0-8407-a37497a57506'
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a'
const mail: MailConfig = {
  key: { service, secret },
  template,
  url: `http://127.0.0.1:${(stub.address() as AddressInfo).port}`,
}

const database = await aDatabase()
const people = [{ name: 'Priya', email: 'priya@real.example', roles: [] }]
const [priya] = await addCouncil(database, {
  council: 'real',
  name: 'Real',
  demo: false,
  address: 'https://decisions.real.example',
  people,
})
await addCouncil(database, {
  council: 'demo',
  name: 'Demo',
  demo: true,
  people: [{ name: 'Dora', email: 'dora@demo.example', roles: [] }],
})
let now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const house: House = { database, councils: councilsIn(database), clock: () => now, stir: () => {} }
const within = <T>(body: (tx: Tx) => Promise<T>, council = 'real') =>
  database.within({ council, role: 'remit_app' }, body)
const counts = () => within((tx) => mailCounts(tx, 'real'))
const troubled = () => within((tx) => troubledLetters(tx, 'real', 10))

/** Writes a letter and gives its name. */
async function aLetter(
  subject: string,
  body = 'Sign it at /desk/decisions/D-2026-0001. Until then it waits.',
): Promise<string> {
  await within((tx) => writeMail(tx, 'real', { account: priya?.account ?? '', subject, body }, now))
  return within(
    async (tx) =>
      (await sql<{ id: string }>`select id from platform.mail where subject = ${subject}`.execute(tx)).rows[0]?.id
      ?? '',
  )
}
const carry = (id: string, last = false) => carryLetter(house, mail, { council: 'real', id }, last)

test('a letter goes to the person’s address with the template, its links as addresses, and is marked as sent', async () => {
  const id = await aLetter('To decide: short breaks')
  assert.equal(await carry(id), null)
  const [letter] = sent.splice(0)
  assert.equal(letter?.path, '/v2/notifications/email')
  assert.deepEqual(letter.body, {
    email_address: 'priya@real.example',
    template_id: template,
    reference: id,
    personalisation: {
      subject: 'To decide: short breaks',
      body: 'Sign it at https://decisions.real.example/desk/decisions/D-2026-0001. Until then it waits.',
    },
  })
  assert.equal((await counts()).sent, 1)
  assert.equal(await carry(id), null)
  assert.equal(sent.length, 0, 'what was sent is not sent again')
})

test('the request is signed as Notify asks: the service, the time, and HMAC with the secret', () => {
  const token = signedToken({ service, secret }, now)
  const [head = '', body = '', signature] = token.split('.')
  assert.deepEqual(JSON.parse(Buffer.from(head, 'base64url').toString()), { alg: 'HS256', typ: 'JWT' })
  assert.deepEqual(JSON.parse(Buffer.from(body, 'base64url').toString()), { iss: service, iat: 1772442000 })
  assert.equal(signature, createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url'))
})

test('trouble that may pass is noted and worth another try; the same letter is sent when it has passed', async () => {
  const id = await aLetter('Again')
  for (const answer of [500, 503, 429, 403, 'hang up'] as const) {
    answers = [answer]
    assert.match(
      (await carry(id)) ?? '',
      answer === 'hang up' ? /could not be reached/u : new RegExp(`answered ${answer}`, 'u'),
    )
  }
  const [one] = await troubled()
  assert.deepEqual([one?.tries, one?.givenUpAt], [5, null])
  assert.doesNotMatch(one?.trouble ?? '', /@/u, 'the address is left out of what is noted')
  assert.equal(await carry(id), null)
  assert.deepEqual(await troubled(), [])
})

test('what Notify will never take is given up at once, and so is what was tried for the last time', async () => {
  const never = await aLetter('Never')
  answers = [400]
  assert.equal(await carry(never), null)
  const late = await aLetter('Too late')
  answers = [500]
  assert.equal(await carry(late, true), null)
  assert.deepEqual(
    new Set((await troubled()).map(({ subject, givenUpAt }) => `${subject}: ${givenUpAt !== null}`)),
    new Set(['Never: true', 'Too late: true']),
  )
  sent.splice(0)
  assert.equal(await carry(never), null)
  assert.equal(sent.length, 0, 'what was given up stays so')
  await within((tx) => letterAgain(tx, 'real', never))
  assert.equal(await carry(never), null)
  assert.equal(sent.splice(0)[0]?.body.reference, never)
})

test('nothing goes to an account that was closed, or where the council wants no mail to leave', async () => {
  const close = (active: boolean) => within((tx) => sql`update platform.account set active = ${active}`.execute(tx))
  const id = await aLetter('To a leaver')
  await close(false)
  assert.equal(await carry(id), null)
  await close(true)
  const rule = (value: unknown) =>
    within((tx) =>
      choose(tx, 'real', 'mail', { from: Temporal.PlainDate.from('2026-03-02'), value, setAt: now, setBy: 'Isolde' }),
    )
  await rule({ sends: false, template: null })
  const second = await aLetter('Held back')
  assert.equal(await carry(second), null)
  assert.equal(sent.length, 0)
  const own = '11111111-2222-3333-4444-555555555555'
  await rule({ sends: true, template: own })
  const third = await aLetter('With our own words')
  assert.equal(await carry(third), null)
  assert.equal(sent.splice(0)[0]?.body.template_id, own)
})

test('jobs carry what waits, try again after a failure, and leave demonstrations and old letters alone', async () => {
  now = Temporal.Instant.from('2026-03-10T09:00:00Z')
  const old = await aLetter('Written before')
  now = Temporal.Instant.from('2026-03-20T09:00:00Z')
  await database.within({ council: 'demo', role: 'remit_app' }, async (tx) => {
    const { rows } = await sql<{ account: string }>`select account from platform.account`.execute(tx)
    await writeMail(tx, 'demo', { account: rows[0]?.account ?? '', subject: 'To nobody', body: '' }, now)
  })
  const first = await aLetter('First')
  const boss = new PgBoss({
    ...database.jobs,
    schema: 'pgboss',
    ...('db' in database.jobs ? { backend: 'pglite' as const } : { max: 2 }),
  })
  await boss.start()
  try {
    answers = [500, 201]
    const post = await startPost(boss, house, mail, { retryDelay: 0, retryBackoff: false })
    await post.collect()
    await post.collect()
    for (let tries = 0; tries < 100 && sent.length < 2; tries++)
      await new Promise((wake) => {
        setTimeout(wake, 100)
      })
    assert.deepEqual(
      sent.map(({ body }) => body.reference),
      [first, first],
      'the first try failed, the second did not',
    )
    assert.ok(!sent.some(({ body }) => body.reference === old || body.email_address.startsWith('dora')))
  } finally {
    await boss.stop({ graceful: false })
  }
  sent.splice(0)
})

test('paths become addresses only where one is known, and only where they are paths', () => {
  assert.equal(
    withAddresses('See /desk/mail, or /register', 'https://x.example'),
    'See https://x.example/desk/mail, or https://x.example/register',
  )
  assert.equal(
    withAddresses('Reply and/or wait; 1/2; https://y.example/desk', 'https://x.example'),
    'Reply and/or wait; 1/2; https://y.example/desk',
  )
  assert.equal(withAddresses('See /desk/mail.', null), 'See /desk/mail.')
})

test('whether letters leave is said in words', () => {
  const sends = { sends: true, template: null }
  assert.match(mailWords({ demo: true }, mail, sends), /demonstration/u)
  assert.match(mailWords({ demo: false }, null, sends), /no key/u)
  assert.match(mailWords({ demo: false }, mail, { ...sends, sends: false }), /chosen so/u)
  assert.match(mailWords({ demo: false }, { template: null }, sends), /no template/u)
  assert.match(mailWords({ demo: false }, mail, sends), /^Letters are sent by GOV\.UK Notify/u)
})

test('a key is read in its parts, and a wrong one is refused without being said', () => {
  assert.deepEqual(readNotifyKey(`remit_production-${service}-${secret}`), { service, secret })
  assert.equal(readNotifyKey(service), null)
  assert.equal(readConfig({}).mail, null)
  assert.equal(
    readConfig({ REMIT_NOTIFY_KEY: `k-${service}-${secret}`, REMIT_NOTIFY_TEMPLATE: template }).mail?.url,
    'https://api.notifications.service.gov.uk',
  )
  assert.throws(
    () => readConfig({ REMIT_NOTIFY_KEY: 'hunter2' }),
    (cause) => cause instanceof BadSetting && !cause.message.includes('hunter2'),
  )
  assert.throws(
    () => readConfig({ REMIT_NOTIFY_KEY: `k-${service}-${secret}`, REMIT_NOTIFY_URL: 'http://notify.example' }),
    /must start with https/u,
  )
})
