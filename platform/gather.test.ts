import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { aCouncil, must, no } from '../testing/world.ts'
import { rows, sql } from './database.ts'
import { askedOnce, inOneGo } from './gather.ts'
import { readJournal } from './journal.ts'
import { done, refused, useCase } from './use-case.ts'

const world = await aCouncil()
const priya = world.as('Priya')

const keep = useCase({
  name: 'notes.keep',
  title: 'Keep a note',
  may: ['commissioning officer'],
  gathered: true,
  input: z.object({ words: z.string() }),
  remembers: ({ words }) => ({ length: words.length }),
  run: async ({ tx, actor, now, about, seal }, { words }) => {
    about(`note/${words}`)
    if (words === 'refused') return refused('This may not be noted.')
    if (words === 'broken') throw new Error('Broken')
    await sql`insert into platform.mail (council, id, account, subject, body, at)
      values (${actor.council}, gen_random_uuid(), ${actor.account}, ${words}, '', ${now})`.execute(tx)
    if (words === 'sealed') seal('nothing', words, { words })
    return done({ words })
  },
})

const kept = () =>
  world.house.database.within({ council: world.council, role: 'remit_app' }, async (tx) => ({
    notes: (await rows<{ subject: string }>(tx, sql`select subject from platform.mail order by subject`)).map(
      ({ subject }) => subject,
    ),
    lines: (await readJournal(tx, world.council, { size: 200 })).filter(({ useCase: name }) => name === 'notes.keep'),
  }))

test('forty at once are all kept, each with a line of the journal that holds', async () => {
  const words = Array.from({ length: 40 }, (_, n) => `note ${String(n).padStart(2, '0')}`)
  const outcomes = await Promise.all(words.map((one) => world.does(priya, keep, { words: one })))
  assert.deepEqual(
    outcomes.map((outcome) => must(outcome).words),
    words,
  )
  const { notes, lines } = await kept()
  assert.deepEqual(notes, words)
  assert.deepEqual(new Set(lines.map(({ entry }) => entry.subject)), new Set(words.map((one) => `note/${one}`)))
  assert.equal(lines.length, words.length)
  assert.deepEqual(await world.breaks(), [])
})

test('who is refused, and who breaks, takes nobody along', async () => {
  const all = ['a', 'refused', 'b', 'broken', 'c']
  const [a, refusal, b, broken, c] = await Promise.allSettled(all.map((words) => world.does(priya, keep, { words })))
  for (const one of [a, b, c]) assert.ok(one?.status === 'fulfilled' && one.value.ok)
  assert.ok(refusal?.status === 'fulfilled')
  assert.match(no(refusal.value), /may not be noted/u)
  assert.ok(broken?.status === 'rejected')
  const { notes, lines } = await kept()
  assert.deepEqual(
    notes.filter((note) => note.length === 1),
    ['a', 'b', 'c'],
  )
  assert.equal(lines.filter(({ outcome }) => outcome === 'refused').length, 1)
  assert.deepEqual(await world.breaks(), [])
})

let asked = 0
const goes: string[][] = []

const share = useCase({
  name: 'notes.share',
  title: 'Keep a note with others',
  may: ['commissioning officer'],
  gathered: true,
  input: z.object({ words: z.string() }),
  run: async ({ tx }, { words }) => {
    const [day] = await askedOnce(tx, 'the day', () => {
      asked++
      return rows<{ day: string }>(tx, sql`select current_date::text as day`)
    })
    if (words === 'refused') return refused('This may not be noted.')
    const length = await inOneGo(tx, 'notes', words, (all: string[]) => {
      goes.push(all)
      return rows<{ n: number }>(
        tx,
        sql`select length(w)::int as n from unnest(${all}::text[]) with ordinality as t (w, at) order by at`,
      )
    })
    return done({ day: day?.day, length })
  },
})

test('those who share a transaction ask once and write in one go, and each gets the answer to their own', async () => {
  const words = Array.from({ length: 30 }, (_, n) => 'x'.repeat(n + 1))
  const outcomes = await Promise.all(words.map((one) => world.does(priya, share, { words: one })))
  assert.deepEqual(
    outcomes.map((outcome) => must(outcome).length?.n),
    words.map(({ length }) => length),
  )
  // The first goes by itself, whoever came meanwhile together.
  assert.equal(asked, 2)
  assert.deepEqual(
    goes.map(({ length }) => length),
    [1, 29],
  )
})

test('one refusal among many costs the others one more try together, not one each', async () => {
  goes.length = 0
  const words = [
    'first',
    ...Array.from({ length: 9 }, (_, n) => `${n}`),
    'refused',
    ...Array.from({ length: 9 }, (_, n) => `+${n}`),
  ]
  const outcomes = await Promise.all(words.map((one) => world.does(priya, share, { words: one })))
  assert.deepEqual(
    outcomes.flatMap((outcome, at) => (outcome.ok ? [] : [words[at]])),
    ['refused'],
  )
  assert.deepEqual(
    goes.map(({ length }) => length),
    [1, 18, 18],
  )
  assert.deepEqual(await world.breaks(), [])
})

test('the journal remembers of the input only what it is told to', async () => {
  must(await world.does(priya, keep, { words: 'a secret' }))
  const { lines } = await kept()
  assert.deepEqual(lines[0]?.entry.input, { length: 8 })
})
