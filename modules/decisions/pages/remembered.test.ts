import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { callIn, viewRecord } from '../index.ts'
import { published } from './examples.ts'

const world = await aCouncil({ on: '2022-08-05' })
const ref = await published(world)
const browser = (await openBrowser(world)).browser()
const seen = async () => (await browser.open(`/decisions/${ref}`)).text

test('a page kept as rendered is given again word for word', async () => {
  const first = await seen()
  assert.equal(await seen(), first)
})

test('a call-in shows with the next request, though the page was kept', async () => {
  assert.ok(!(await seen()).includes('The sum is not explained.'))
  const { decision } = must(await world.asks(world.as('Priya'), viewRecord, { ref }))
  must(
    await world.does(world.as('Marguerite'), callIn, {
      ref,
      clauses: [decision.clauses[0]?.clause],
      callers: ['Cllr Vane', 'Cllr Birch', 'Cllr Moss'],
      grounds: 'The sum is not explained.',
    }),
  )
  assert.ok((await seen()).includes('The sum is not explained.'))
})

test('another day is another page: on the last day of call-in it is open, afterwards in effect', async () => {
  const other = await published(world)
  const standing = async () => (await browser.open(`/decisions/${other}`)).text
  assert.match(await standing(), /Call-in open/u)
  world.on('2022-08-30')
  assert.match(await standing(), /In effect/u)
})
