import assert from 'node:assert/strict'
import { openJourneyHouse } from './house.ts'
import { story } from './story.ts'
import { heading, links, text } from './visitor.ts'

const house = await openJourneyHouse({ demo: '2026-05-05' })
const larkshire = async () => house.demo

story('anybody finds a decision by its words, narrows, sorts and takes it away again', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/')
  await visitor.follow('Decisions')
  assert.equal(await heading(visitor), 'Register of decisions')
  assert.match(await text(visitor), /5 decisions/u)

  await visitor.fill('Search', 'short breaks')
  await visitor.press('Search')
  assert.match(await text(visitor), /1 decision matches/u)
  assert.match(await text(visitor), /Short breaks for disabled children/u)
  assert.equal(await visitor.typed('Search'), 'short breaks')

  await visitor.follow(/^Remove “short breaks”/u)
  await visitor.select('Key decision', 'Yes')
  await visitor.select('Decided by', 'Cabinet')
  await visitor.press('Search')
  assert.match(await text(visitor), /2 decisions match/u)

  await visitor.follow('Decision')
  const upwards = await titles(visitor)
  assert.deepEqual(upwards, [...upwards].sort())
  await visitor.follow('Decision')
  assert.deepEqual(await titles(visitor), [...upwards].reverse())

  await visitor.follow('Clear all')
  await visitor.fill('Search', 'zebra crossings')
  await visitor.press('Search')
  assert.match(await text(visitor), /No decisions match.*Take away one of the things/u)
})

story('a day that cannot be is said to be none, and what was typed stays', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/register')
  await visitor.fill('Published from', '31/2/2022')
  await visitor.press('Search', { status: 422 })
  assert.equal(await visitor.typed('Published from'), '31/2/2022')
  assert.match(await text(visitor), /There is a problem/u)
})

story('the register can be turned page by page, there and back', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/register?size=2')
  const seen = [await titles(visitor)]
  while ((await links(visitor)).some(({ words }) => /^Next/u.test(words))) {
    await visitor.follow(/^Next/u)
    seen.push(await titles(visitor))
  }
  assert.deepEqual(seen.map(({ length }) => length), [2, 2, 1])
  assert.equal(new Set(seen.flat()).size, 5)
  await visitor.follow(/^Previous/u)
  assert.deepEqual(await titles(visitor), seen[1])
})

story('a program and a spreadsheet get what the page shows', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/register?q=care')
  const shown = (await titles(visitor)).length
  const json = await visitor.take('/register.json?q=care')
  assert.match(json.type, /^application\/json/u)
  const { decisions } = JSON.parse(json.body) as { decisions: { ref: string; title: string }[] }
  assert.equal(decisions.length, shown)
  const csv = await visitor.take('/register.csv?q=care')
  assert.match(csv.type, /^text\/csv/u)
  assert.equal(csv.body.trim().split('\r\n').length, shown + 1)
  for (const { ref, title } of decisions) {
    assert.ok(csv.body.includes(ref))
    const one = await visitor.take(`/decisions/${ref}.json`)
    assert.equal((JSON.parse(one.body) as { title: string }).title, title)
  }
})

story('a decision says who decided, why, when it takes effect with every day counted, and how much of it is used', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/register')
  await visitor.follow(/^Care at home: framework/u)
  const words = await text(visitor)
  for (const question of ['Who decided this?', 'What was decided?', 'Why?', 'What else was considered?', 'When does it take effect?', 'What does it authorise', 'Has it been called in?']) assert.ok(words.includes(question), question)
  assert.match(words, /Counted from \w+ \d+ \w+ 2026, the last day on which it can be called in is .* so it takes effect on/u)
  assert.match(words, /5 clear working days|five clear working days/iu)
  assert.match(words, /£46,000,000/u)
  assert.match(words, /Lot 1 \(north\) awarded to Brookfield Care/u)
})

story('from a pound back to the decision: an act, its mandate, its thread', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/acts')
  await visitor.fill('Words or reference', 'Brookfield')
  await visitor.press('Apply')
  assert.match(await text(visitor), /1 act .*£11,200,000/u)
  await visitor.follow(/^A-\d+-\d+$/u)
  assert.match(visitor.address(), /^\/acts\/A-/u)
  const act = visitor.address().split('/').at(-1) ?? ''
  await visitor.open(`/thread/${act}`)
  assert.equal(await heading(visitor), `Who allowed ${act}?`)
  assert.match(await text(visitor), /Care at home: framework from next autumn/u)
  await visitor.follow(/^D-\d+-\d+: Care at home/u)
  assert.equal(await heading(visitor), 'Care at home: framework from next autumn')
})

story('why may I, why may I not: the answer counts in pounds and names its source', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/')
  await visitor.follow('Ask whether somebody may act')
  await visitor.select('Post', 'Director of Adult Social Care')
  await visitor.select('What it wants to do', 'Award a contract')
  await visitor.select('Subject', /Care at home$/u)
  await visitor.fill('Value in pounds', '30,000,000')
  await visitor.press('Ask')
  assert.match(await heading(visitor), /^No/u)
  assert.match(await text(visitor), /£30,000,000 is £[\d,]+ more than the £[\d,]+ that M-\d+-\d+ leaves/u)
  await visitor.fill('Value in pounds', '250,000')
  await visitor.press('Ask')
  assert.match(await heading(visitor), /^Yes/u)
})

story('what is not there is said to be so, and where to look', larkshire, async ({ come }) => {
  const visitor = await come()
  for (const path of ['/decisions/D-1999-0001', '/mandates/M-1999-0001', '/acts/A-1999-0001', '/thread/X-1', '/nowhere/at/all']) {
    await visitor.open(path, { status: 404 })
    assert.match(await text(visitor), /What to do next/u, path)
  }
})

/** The decisions on the page of the register, by their titles. */
async function titles(visitor: Parameters<typeof links>[0]): Promise<string[]> {
  return (await links(visitor)).filter(({ href }) => /^\/decisions\/[^/]+$/u.test(href)).map(({ words }) => words)
}
