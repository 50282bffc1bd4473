import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#platform/days.ts'
import { react, type Reaction } from '#platform/jobs.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { calledIn, publishedWith, threeClauses, underRule, validCallIn } from '../call-in/examples.ts'
import { hearCallIn } from '../call-in/hear.ts'
import { callInReactions } from '../call-in/on.ts'
import { startDraft } from '../index.ts'
import { atomFeed, tagOf } from './atom.ts'
import { calendar, escaped, folded } from './ical.ts'
import { feedReactions } from './on.ts'

const world = await aCouncil({ on: '2022-08-05', constitution: underRule({ cutoffTime: '17:00' }) })
const web = await openBrowser(world)
const visitor = web.browser()
const first = await publishedWith(world, threeClauses)
const second = await publishedWith(world, threeClauses)
await calledIn(world, second.ref, [second.clauses[0], second.clauses[1]])
must(await world.does(world.as('Priya'), startDraft, { title: 'A secret draft' }))

/** Every element of a text of XML in the order in which it begins; throws where one is not closed by its own end. */
function elements(text: string): { name: string; attributes: string; text: string }[] {
  const open: { name: string; attributes: string; text: string }[] = []
  const all: typeof open = []
  for (const [whole, end, name = '', attributes = '', empty, words = ''] of text
    .replace(/^<\?xml[^>]*\?>\n/u, '')
    .matchAll(/<(\/?)([a-z]+)([^<>]*?)(\/?)>|([^<>]+)/gu)) {
    if (words !== '' || whole.trim() === '') {
      assert.doesNotMatch(words, /&(?!amp;|lt;|gt;|quot;|#13;)/u)
      const within = open.at(-1)
      if (within) within.text += words
    } else if (end === '/') assert.equal(open.pop()?.name, name)
    else {
      const one = { name, attributes, text: '' }
      all.push(one)
      if (empty !== '/') open.push(one)
    }
  }
  assert.equal(open.length, 0)
  return all
}

/** The lines of a calendar, put together again. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

test('the register as a feed has what RFC 4287 asks for, and nothing that is not published', async () => {
  const { text, headers } = await visitor.open('/register.atom')
  assert.match(headers.get('content-type') ?? '', /^application\/atom\+xml/u)
  const names = elements(text)
  for (const needed of ['id', 'title', 'updated', 'author', 'link'])
    assert.ok(
      names.some(({ name }) => name === needed),
      needed,
    )
  assert.equal(names.filter(({ name }) => name === 'entry').length, 2)
  const ids = names.filter(({ name }) => name === 'id').map((one) => one.text)
  assert.equal(new Set(ids).size, ids.length)
  for (const { text: moment } of names.filter(({ name }) => name === 'updated' || name === 'published'))
    assert.match(moment, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u)
  assert.match(text, new RegExp(`href="http://[^"]+/decisions/${first.ref}"`, 'u'))
  assert.doesNotMatch(text, /secret draft/u)
  assert.equal(
    elements((await visitor.open('/register.atom?q=nothing-like-it')).text).filter(({ name }) => name === 'entry')
      .length,
    0,
  )
})

test('a feed that did not change is not sent again', async () => {
  for (const path of ['/register.atom', '/call-in.atom', '/call-in.ics', '/meetings.ics', '/forward-plan.atom']) {
    const { headers, status } = await visitor.open(path)
    assert.equal(status, 200, path)
    const again = await fetch(new URL(path, web.base), { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    assert.equal(again.status, 304, path)
  }
})

test('whatever is in a title, the feed stays well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
      const text = atomFeed({
        id: tagOf('a', 'x'),
        title,
        self: 'https://a.example/',
        alternate: 'https://a.example/',
        author: title,
        entries: [],
      })
      assert.equal(elements(text).filter(({ name }) => name === 'title').length, 1)
    }),
  )
})

test('the calendar has one event a window, at the time at which it closes in London; a window that is called in whole is cancelled', async () => {
  const { text, headers } = await visitor.open('/call-in.ics')
  assert.match(headers.get('content-type') ?? '', /^text\/calendar/u)
  const lines = unfolded(text)
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 2)
  assert.ok(lines.includes('DTSTART;TZID=Europe/London:20220812T170000'))
  const event = (ref: string) => {
    const at = lines.indexOf(`UID:${ref}-call-in@larkshire.remit.invalid`)
    return lines.slice(at, lines.indexOf('END:VEVENT', at))
  }
  assert.ok(event(first.ref).includes('SEQUENCE:0') && event(first.ref).includes('STATUS:CONFIRMED'))
  assert.ok(event(second.ref).includes('SEQUENCE:1') && event(second.ref).includes('STATUS:CANCELLED'))
})

test('no line of a calendar is longer than 75 octets, no letter is torn, and unfolding gives back what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
      const line = `SUMMARY:${escaped(words)}`
      const written = folded(line)
      for (const one of written.slice(0, -2).split('\r\n')) assert.ok(new TextEncoder().encode(one).length <= 75)
      assert.equal(written.replaceAll('\r\n ', ''), `${line}\r\n`)
    }),
  )
  assert.equal(escaped('Meals; hot, cold\\warm\nand none'), 'Meals\\; hot\\, cold\\\\warm\\nand none')
})

test('a whole day is a date, and nobody can add lines of their own', () => {
  const text = calendar({
    name: 'A',
    events: [
      {
        uid: 'u',
        sequence: 3,
        changedAt: Temporal.Instant.from('2022-08-05T08:00:00.123Z'),
        summary: 'X\r\nATTENDEE:mailto:a@b.example',
        description: '',
        url: 'https://a.example/',
        day: day('2022-12-31'),
        time: null,
        cancelled: false,
      },
    ],
  })
  const lines = unfolded(text)
  assert.ok(
    lines.includes('DTSTART;VALUE=DATE:20221231')
      && lines.includes('DTEND;VALUE=DATE:20230101')
      && lines.includes('DTSTAMP:20220805T080000Z'),
  )
  assert.ok(!lines.some((line) => line.startsWith('ATTENDEE')))
})

test('call-ins and what came of them are a feed, step by step', async () => {
  const third = await publishedWith(world, threeClauses)
  const id = await validCallIn(world, third.ref, [third.clauses[1]])
  must(
    await world.does(world.as('Hugo'), hearCallIn, {
      ref: third.ref,
      callIn: id,
      body: 'scrutiny-committee',
      outcome: 'referred-back',
      says: 'Test the <price> & again.',
    }),
  )
  const found = elements((await visitor.open('/call-in.atom')).text)
  const titles = found.filter(({ name }) => name === 'title').map((one) => one.text)
  assert.ok(titles.some((title) => title.startsWith('Referred back to whoever decided: ')))
  assert.ok(found.some(({ text }) => text.includes('Test the &lt;price&gt; &amp; again.')))
})

/** Delivers everything that was announced and not yet delivered, as the relay would. */
const seen = new Set<string>()
async function deliver(reactions: Reaction[]): Promise<void> {
  const waiting = (await world.house.database.asOwner(
    async (connection) =>
      (await connection.query('select council, id, topic, payload from platform.outbox order by at', [])).rows,
  )) as Parameters<typeof react>[2][]
  for (const one of waiting.filter(({ id }) => !seen.has(id))) {
    seen.add(one.id)
    await react(world.house, reactions, one)
  }
}
const letters = async (address: string) =>
  (await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query('select subject, body from platform.mail where address = $1 order by at, subject', [
          address,
        ])
      ).rows,
  )) as { subject: string; body: string }[]
const anywhere = async (words: string): Promise<string[]> =>
  world.house.database.asOwner(async (connection) => {
    const tables = (
      await connection.query(
        `select table_schema || '.' || table_name as t from information_schema.tables where table_schema in ('platform', 'decisions', 'accounts', 'authority') and table_type = 'BASE TABLE'`,
        [],
      )
    ).rows as { t: string }[]
    const found: string[] = []
    for (const { t } of tables)
      if (
        (
          (await connection.query(`select count(*) as n from ${t} x where x::text ilike $1`, [`%${words}%`]))
            .rows[0] as { n: bigint }
        ).n > 0n
      )
        found.push(t)
    return found
  })

test('somebody asks for news of call-ins, confirms by the link, is told, and is forgotten on leaving', async () => {
  await deliver(feedReactions)
  const form = await visitor.open('/subscribe')
  assert.equal((await form.send({ address: 'nobody', topics: ['call-ins'] })).status, 422)
  const asked = await form.send({ address: 'Reader@example.org', topics: ['call-ins'] })
  assert.match(asked.words(), /We have written to the address/u)
  const [letter] = await letters('Reader@example.org')
  const link = /\/subscribe\/confirm\/[\w-]+/u.exec(letter?.body ?? '')?.[0] ?? ''
  const fourth = await publishedWith(world, threeClauses)
  await calledIn(world, fourth.ref, [fourth.clauses[1]])
  await deliver(feedReactions)
  assert.equal((await letters('Reader@example.org')).length, 1, 'nothing before it is confirmed')
  assert.match((await (await visitor.open(link)).send({}, 'Confirm')).words(), /You will have news/u)
  assert.equal((await (await visitor.open(link)).send({}, 'Confirm')).status, 404)
  const fifth = await publishedWith(world, threeClauses)
  await calledIn(world, fifth.ref, [fifth.clauses[1]])
  await deliver([...feedReactions, ...callInReactions])
  const news = await letters('Reader@example.org')
  assert.equal(news.filter(({ subject }) => subject === 'Called in: Help to live an everyday life').length, 1)
  assert.ok(
    (await anywhere('reader@example.org')).every((table) => ['decisions.subscriber', 'platform.mail'].includes(table)),
    'in no journal, outbox or anywhere else',
  )
  const leave = /\/unsubscribe\/[\w-]+/u.exec(news.map(({ body }) => body).join())?.[0] ?? ''
  assert.match((await (await visitor.open(leave)).send({}, 'Stop it')).words(), /Your address has been deleted/u)
  assert.deepEqual(await anywhere('reader@example.org'), [])
  assert.equal((await (await visitor.open(leave)).send({}, 'Stop it')).status, 200)
})

test('an address is not written to again and again by whoever types it', async () => {
  for (let n = 0; n < 6; n++)
    await (await visitor.open('/subscribe')).send({ address: 'pestered@example.org', topics: ['all'] })
  assert.equal((await letters('pestered@example.org')).length, 3)
})
