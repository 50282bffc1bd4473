import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { answered, opened } from '../examples.ts'
import { viewEquality } from '../queries.ts'
import { closeConsultation } from '../use-cases.ts'
import { answerEquality } from './answer-equality.ts'

const world = await aCouncil({ on: '2022-09-05' })
const { visitor } = world
const rows = async <T>(text: string) =>
  (await world.house.database.asOwner((connection) => connection.query(text, []))).rows as T[]
const answer = (ref: string, e1: string) => world.does(visitor, answerEquality, { ref, consent: true, answers: { e1 } })

test('nothing is kept without a consent of its own', async () => {
  const ref = await opened(world, '2022-09-05')
  assert.match(
    no(await world.does(visitor, answerEquality, { ref, consent: false, answers: { e1: 'young' } })),
    /Tick that these answers may be kept/u,
  )
  assert.deepEqual(await rows('select from equality.waiting'), [])
})

test('answers about who people are share no column, no value, no transaction and no order with what they said', async () => {
  const ref = await opened(world, '2022-09-05')
  for (let n = 0; n < 10; n++) {
    await answered(world, ref, { q4: 1 + (n % 5) })
    must(await answer(ref, n < 5 ? 'young' : 'old'))
  }
  const columns = await rows<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'equality'`,
  )
  assert.deepEqual([...new Set(columns.map(({ name }) => name))].toSorted(), [
    'answers',
    'consultation',
    'council',
    'place',
  ])
  const kept = await rows<{ place: string; xmin: string }>(
    'select place::text, xmin::text from equality.answers order by ctid',
  )
  assert.equal(kept.length, 10)
  assert.equal(new Set(kept.map(({ xmin }) => xmin)).size, 1, 'one transaction wrote them all')
  assert.equal((await rows('select from equality.waiting')).length, 0)
  const held = await rows<{ all: string }>(`select string_agg(r::text, ' ') as all from consultations.response r`)
  for (const { place } of kept) assert.ok(!held[0]?.all.includes(place))
  const transactions = new Set(
    (await rows<{ xmin: string }>('select xmin::text from consultations.response')).map(({ xmin }) => xmin),
  )
  assert.ok(kept.every(({ xmin }) => !transactions.has(xmin)))
  assert.deepEqual(await rows(`select from platform.journal where use_case = 'consultations.answer-equality'`), [])
})

test('the order of the store is not the order of arrival', async () => {
  // Ten sets in the order of arrival by chance: once in 3,628,800; over two rounds never.
  let inOrder = 0
  for (let round = 0; round < 2; round++) {
    const ref = await opened(world, '2022-09-05')
    for (let n = 0; n < 10; n++) must(await answer(ref, n < 5 ? 'young' : 'old'))
    const kept = await rows<{ e1: string }>(
      `select answers ->> 'e1' as e1 from equality.answers where consultation = (select consultation from consultations.consultation where ref = '${ref}') order by ctid`,
    )
    if (kept.map(({ e1 }) => e1).join() === [...Array<string>(5).fill('young'), ...Array<string>(5).fill('old')].join())
      inOrder++
  }
  assert.ok(inOrder < 2)
})

test('with its end the rest is mixed, counted and sealed, and one that was changed afterwards is found', async () => {
  world.on('2022-09-05')
  const ref = await opened(world, '2022-09-05')
  for (const e1 of ['young', 'old', 'old']) must(await answer(ref, e1))
  assert.equal(must(await world.asks(world.as('Priya'), viewEquality, { ref })).sets, 0)
  world.on('2022-10-17')
  must(await world.does(world.as('Priya'), closeConsultation, { ref }))
  const { sets, counts } = must(await world.asks(world.as('Priya'), viewEquality, { ref }))
  assert.deepEqual(
    [sets, counts],
    [
      3,
      [
        { question: 'e1', choice: 'old', n: 2 },
        { question: 'e1', choice: 'young', n: 1 },
      ],
    ],
  )
  assert.match(no(await answer(ref, 'old')), /its count is sealed/u)
  assert.deepEqual(await world.breaks(), [])
  await rows(
    `update equality.answers set answers = '{"e1":"old"}' where answers = '{"e1":"young"}' and consultation = (select consultation from consultations.consultation where ref = '${ref}')`,
  )
  assert.match((await world.breaks()).join(), /equality-answers .* is not as it was sealed/u)
})
