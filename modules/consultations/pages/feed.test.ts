import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { drafted, opened } from '../examples.ts'
import { closeConsultation, extendConsultation, withdrawConsultation } from '../use-cases.ts'

const world = await aCouncil({ on: '2022-09-05' })
const reader = (await openBrowser(world)).browser()
const priya = world.as('Priya')

/** What the feed says of a consultation: its title and the day of its last change. */
async function saidOf(ref: string): Promise<{ title: string; updated: string } | null> {
  const { status, text, headers } = await reader.open('/consultations.atom')
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /application\/atom\+xml/u)
  const entry = text.split('<entry>').find((one) => one.includes(`consultations/${ref}</id>`))
  return entry === undefined
    ? null
    : { title: /<title>(.*?)<\/title>/u.exec(entry)?.[1] ?? '', updated: /<updated>(.*?)T/u.exec(entry)?.[1] ?? '' }
}

test('the feed follows a consultation from opening through its last week to its end; a draft is not in it', async () => {
  const { ref: draft } = await drafted(world, '2022-09-05')
  assert.equal(await saidOf(draft), null)
  const ref = await opened(world, '2022-09-05')
  assert.deepEqual(await saidOf(ref), { title: 'Open: Short breaks: who can have one', updated: '2022-09-05' })
  world.on('2022-10-10')
  assert.deepEqual(await saidOf(ref), { title: 'Closing soon: Short breaks: who can have one', updated: '2022-10-09' })
  must(await world.does(priya, extendConsultation, { ref, closesOn: '2022-10-30', because: 'The post was late.' }))
  assert.deepEqual(await saidOf(ref), { title: 'Open: Short breaks: who can have one', updated: '2022-10-10' })
  world.on('2022-10-31')
  assert.deepEqual(await saidOf(ref), { title: 'Closed: Short breaks: who can have one', updated: '2022-10-31' })
  must(await world.does(priya, closeConsultation, { ref }))
  const other = await opened(world, '2022-10-31')
  must(await world.does(priya, withdrawConsultation, { ref: other, because: 'It was premature.' }))
  assert.match((await saidOf(other))?.title ?? '', /^Withdrawn/u)
})
