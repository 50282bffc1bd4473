import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listPosts, readConstitution, why } from '#authority'
import { callInWindow, type CallInRule } from '#decisions'
import { day } from '#platform/days.ts'
import { aCouncil, aDatabase, must } from '../../../testing/world.ts'
import { bury, exampleCouncils, kent, southampton, staffordshire, type ExampleCouncil } from './index.ts'

const database = await aDatabase()

for (const example of exampleCouncils) {
  const {
    council: { council, name, people },
    constitution,
  } = example
  test(`${name} is adopted, every holder is somebody, and its journal holds`, async () => {
    const world = await aCouncil({ database, on: '2022-08-05', ...example })
    const posts = must(await world.asks(world.visitor, listPosts, { size: 500 })).lines
    assert.equal(posts.length, constitution.posts.length)
    assert.deepEqual(await world.breaks(), [])
    const cabinet = must(
      await world.asks(world.visitor, why, {
        post: 'cabinet',
        power: 'decide-key',
        pence: 100_000_000_00,
        day: '2022-08-05',
      }),
    )
    assert.equal(cabinet.may, true)
  })
  test(`${name} says of itself that it is an example: in its name, its title, its people and its limits`, async () => {
    assert.match(name, /\(example rules\)$/u)
    assert.match(constitution.title, /^Example rules .*; not /u)
    for (const { persona, email } of people) {
      assert.match(persona ?? '', /Invented\.$/u)
      assert.ok(email.endsWith(`@${council}.example`))
    }
    for (const { words } of constitution.scheme)
      assert.match(words, /Example (limit, not the council’s own|entry, not the council’s own words)$/u)
    for (const { source } of constitution.settings)
      assert.match(source, /Example threshold, not the council’s own|\(verify\)$/u)
  })
}

/** The day on which a decision published on a day takes effect under a council's rule. */
function effective({ constitution }: ExampleCouncil, published: string): string {
  const setting = constitution.settings.find(({ key }) => key === 'call-in')
  assert.ok(setting?.key === 'call-in')
  return callInWindow(setting.value as CallInRule, day(published)).effective.toString()
}

test('the call-in rules give the days that the councils printed', () => {
  assert.equal(effective(kent, '2022-08-05'), '2022-08-13')
  assert.equal(effective(staffordshire, '2021-07-22'), '2021-07-28')
  assert.equal(effective(southampton, '2018-03-20'), '2018-03-28')
  assert.equal(effective(bury, '2024-07-15'), '2024-07-23')
})

test('each setting is shown with how it is known', async () => {
  const world = await aCouncil({
    database,
    on: '2022-08-05',
    constitution: kent.constitution,
    council: { ...kent.council, council: 'kent-again' },
  })
  const { settings } = must(await world.asks(world.visitor, readConstitution, {}))
  const callIn = settings.find(({ key }) => key === 'call-in')
  assert.deepEqual(
    [callIn?.words, /measured/u.test(callIn?.source ?? '')],
    ['5 clear working days after publication; the decision takes effect on the day after', true],
  )
})
