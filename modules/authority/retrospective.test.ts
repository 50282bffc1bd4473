import assert from 'node:assert/strict'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { day } from '#platform/days.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import { authority, listActs, readAct, readMandate, recordAct, recordRetrospective, undoAct, why } from './index.ts'

const world = await aCouncil({ on: '2025-01-10' })
const priya = world.as('Priya')
const grant = granting(world, { holder: 'head-legal', words: 'Contracts', from: day('2025-01-21'), mayDelegate: false })
const late = (under: string, but: Record<string, unknown> = {}) =>
  world.does(priya, recordRetrospective, {
    post: 'head-legal',
    power: 'contract',
    subject: 'adults/care-at-home',
    what: 'Contract with Brookfield Care (invented)',
    pence: 300_000_00,
    day: '2024-10-01',
    under,
    because: 'The service could not stop.',
    ...but,
  })

test('a contract that began 112 days before its decision took effect is recorded as that, counts against it, and its day stays without authority', async () => {
  const mandate = await grant()
  assert.match(no(await late(mandate)), /is not in effect yet/u)
  world.on('2025-02-03')
  assert.match(
    no(
      await world.does(priya, recordAct, {
        post: 'head-legal',
        power: 'contract',
        subject: 'adults/care-at-home',
        what: 'x',
        pence: 1,
        day: '2024-10-01',
        under: mandate,
      }),
    ),
    /112 days too early/u,
  )
  const { ref, daysLate } = must(await late(mandate))
  assert.equal(daysLate, 112)
  assert.equal(must(await world.asks(world.visitor, readMandate, { ref: mandate })).left, 200_000_00n)
  const answer = must(
    await world.asks(world.visitor, why, {
      post: 'head-legal',
      power: 'contract',
      subject: 'adults/care-at-home',
      pence: 0,
      day: '2024-10-01',
    }),
  )
  assert.equal(answer.may, false)
  assert.deepEqual(must(await world.asks(world.visitor, readAct, { ref })).act.retrospective, {
    because: 'The service could not stop.',
    daysLate: 112,
  })
  assert.deepEqual(
    must(await world.asks(world.visitor, listActs, { retrospective: 'yes' })).lines.map((one) => one.ref),
    [ref],
  )
  const node = await world.house.database.within({ council: 'larkshire', role: 'remit_public' }, async (tx) =>
    (await Promise.all((authority.trace ?? []).map((tracer) => tracer(tx, 'larkshire', ref)))).find(Boolean),
  )
  assert.match(node?.says ?? '', /Done 112 days before there was authority: The service could not stop\./u)
})

test('what the mandate could never allow cannot be recorded under it afterwards either', async () => {
  const mandate = await grant({
    conditions: [{ kind: 'procedure', key: 'rules', words: 'in accordance with the rules' }],
  })
  assert.match(no(await late(mandate, { pence: 500_000_01 })), /£500,000\.01 is £0\.01 more/u)
  assert.match(no(await late(mandate)), /“in accordance with the rules” has no evidence/u)
  assert.match(no(await late(mandate, { subject: 'children' })), /lies outside/u)
  assert.match(no(await late(mandate, { day: '2011-01-01' })), /Nobody held the post/u)
  assert.match(
    no(await late(mandate, { day: '2025-01-21' })),
    /An act on Tuesday 21 January 2025 is not retrospective/u,
  )
  must(await late(mandate, { evidence: [{ condition: 'rules', says: 'Checked afterwards', day: '2025-02-01' }] }))
})

test('with a yearly ceiling it counts in the year in which the mandate began, and undoing it gives that back', async () => {
  const mandate = await grant({ from: day('2024-04-01'), ceiling: { basis: 'financial-year', pence: 400_000_00n } })
  const left = async (on: string) => must(await world.asks(world.visitor, readMandate, { ref: mandate, day: on })).left
  const { ref } = must(await late(mandate, { day: '2024-03-01' }))
  assert.equal(await left('2025-02-03'), 100_000_00n)
  must(await world.does(priya, undoAct, { act: ref, because: 'recorded twice' }))
  assert.equal(await left('2025-02-03'), 400_000_00n)
})

test('the page for it says what it means, and the public list shows it for ever', async () => {
  const mandate = await grant()
  const { browser } = await openBrowser(world)
  const web = await browser().signIn('Priya Larkin')
  const form = await web.open((await web.open(`/mandates/${mandate}`)).link('Record what was done before it'))
  const typed = {
    power: 'contract',
    what: 'Contract with Saltmarsh Support (invented)',
    pounds: '1,000',
    'day-day': '1',
    'day-month': '12',
    'day-year': '2024',
  }
  assert.match((await form.send({ ...typed, because: '' })).words(), /Say why it was done before there was authority/u)
  const act = await form.send({ ...typed, because: 'Signed in haste.' })
  assert.match(act.words(), /This was done 51 days before there was authority for it.*Signed in haste/u)
  const list = await browser().open('/acts?retrospective')
  assert.match(
    list.words(),
    /Done before there was authority.*Saltmarsh Support \(invented\) Retrospective: 51 days early/u,
  )
  assert.match((await browser().open('/acts.csv?retrospective=yes')).text, /,51,Signed in haste\./u)
  assert.match((await browser().open(`/mandates/${mandate}`)).words(), /Retrospective: 51 days early/u)
})

test('what was sealed is what stands', async () => assert.deepEqual(await world.breaks(), []))
