import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { published } from '../pages/examples.ts'
import { viewDecision } from '../queries.ts'
import { holdRecord, releaseRecord } from './hold-record.ts'
import { listPastKeeping, viewRetention } from './queries.ts'

const world = await aCouncil({ on: '2022-08-04' })
const [hugo, priya] = [world.as('Hugo'), world.as('Priya')]
const ref = await published(world, { title: 'Kept' })

test('a record says until when it stays available, and nothing else happens on that day', async () => {
  assert.deepEqual(must(await world.asks(world.visitor, viewDecision, { ref })).decision.availableUntil, {
    record: '2028-08-04',
    background: null,
  })
  world.on('2028-08-04')
  assert.deepEqual(must(await world.asks(hugo, listPastKeeping, {})).records, [])
  world.on('2028-08-05')
  const [listed] = must(await world.asks(hugo, listPastKeeping, {})).records
  assert.deepEqual([listed?.ref, listed?.recordPassed, listed?.holds], [ref, true, 0])
  assert.equal(must(await world.asks(world.visitor, viewDecision, { ref })).decision.title, 'Kept')
})

test('a legal hold is placed, seen on the list, and ended with a reason', async () => {
  must(await world.does(hugo, holdRecord, { ref, because: 'A claim is threatened.' }))
  assert.equal(must(await world.asks(hugo, listPastKeeping, {})).records[0]?.holds, 1)
  assert.match(no(await world.does(priya, holdRecord, { ref, because: 'Me too.' })), /may not/u)
  const { holds } = must(await world.asks(priya, viewRetention, { ref }))
  must(await world.does(hugo, releaseRecord, { ref, hold: holds[0]?.hold, because: 'The claim was settled.' }))
  assert.match(
    no(await world.does(hugo, releaseRecord, { ref, hold: holds[0]?.hold, because: 'Again.' })),
    /no such hold/u,
  )
})

test('democratic services see the list and hold a record from its page', async () => {
  const browser = await (await openBrowser(world)).browser().signIn('Hugo Pennyfeather')
  assert.match(
    (await browser.open('/desk/retention')).words('main-content'),
    /D-2022-0001 Kept 4 August 2022 Passed on 4 August 2028 None No/u,
  )
  const held = await (
    await browser.open(`/desk/decisions/${ref}/retention`)
  ).send({ because: 'An inquiry.' }, 'Place a legal hold')
  assert.match(held.words('main-content'), /Legal hold of 5 August 2028.*An inquiry\..*End the legal hold/u)
  assert.equal((await (await browser.open(`/desk/decisions/${ref}/retention`)).send({ because: '' })).status, 422)
})
