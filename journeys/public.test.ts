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
  assert.deepEqual(
    seen.map(({ length }) => length),
    [2, 2, 1],
  )
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

story(
  'a decision says who decided, why, when it takes effect with every day counted, and how much of it is used',
  larkshire,
  async ({ come }) => {
    const visitor = await come()
    await visitor.open('/register')
    await visitor.follow(/^Care at home: framework/u)
    const words = await text(visitor)
    for (const question of [
      'Who decided this?',
      'What was decided?',
      'Why?',
      'What else was considered?',
      'When does it take effect?',
      'What does it authorise',
      'Has it been called in?',
    ])
      assert.ok(words.includes(question), question)
    assert.match(
      words,
      /Counted from \w+ \d+ \w+ 2026, the last day on which it can be called in is .* so it takes effect on/u,
    )
    assert.match(words, /5 clear working days|five clear working days/iu)
    assert.match(words, /£46,000,000/u)
    assert.match(words, /Lot 1 \(north\) awarded to Brookfield Care/u)
  },
)

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

story('anybody reads what is planned, and how often and why its day moved', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/')
  await visitor.follow('Forward plan')
  const entries = async () => Number(/(\d+) entr/u.exec(await text(visitor))?.[1] ?? 0)
  const all = await entries()
  assert.ok(all > 1)
  await visitor.select('Day', 'Later than first planned')
  await visitor.press('Search')
  const late = await entries()
  assert.ok(late > 0 && late < all, `${late} of ${all} have slipped`)
  const { entries: data } = JSON.parse((await visitor.take('/forward-plan.json?slipped=yes')).body) as {
    entries: { ref: string; slips: number }[]
  }
  assert.equal(data.length, late)
  assert.equal((await visitor.take('/forward-plan.csv?slipped=yes')).body.trim().split('\r\n').length, late + 1)
  await visitor.open(`/forward-plan/${data[0]?.ref ?? ''}`)
  assert.match(
    await text(visitor),
    /Originally due .*days later now.*How often did its day move\?.*On \d+ \w+ \d{4} .* moved it from .* to /u,
  )
})

story('feeds and calendars follow the register, and any search of it', larkshire, async ({ come }) => {
  const visitor = await come()
  await visitor.open('/register')
  const shown = await titles(visitor)
  const feed = await visitor.take('/register.atom')
  assert.match(feed.type, /^application\/atom\+xml/u)
  const ids = [...feed.body.matchAll(/<entry>.*?<id>([^<]+)<\/id>/gsu)].map(([, id]) => id)
  assert.equal(ids.length, shown.length)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal([...(await visitor.take('/register.atom?q=short+breaks')).body.matchAll(/<entry>/gu)].length, 1)
  for (const path of ['/forward-plan.atom', '/call-in.atom'])
    assert.match((await visitor.take(path)).body, /^<\?xml .*<feed .*<\/feed>\s*$/su, path)
  for (const path of ['/call-in.ics', '/meetings.ics']) {
    const { type, body, bytes } = await visitor.take(path)
    assert.match(type, /^text\/calendar/u)
    assert.match(body, /^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/su)
    for (const [event] of body.matchAll(/BEGIN:VEVENT.*?END:VEVENT/gsu))
      assert.match(event, /\r\nDTSTART[;:].*\r\nSUMMARY:/su)
    assert.ok(
      new TextDecoder('latin1')
        .decode(bytes)
        .split('\r\n')
        .every((line) => line.length <= 75),
      `${path} has a line of more than 75 octets`,
    )
  }
  assert.match((await visitor.take('/call-in.ics')).body, /Last day for call-in|Call-in closes/u)
})

story(
  'anybody asks for news by e-mail, confirms the address once, and no letter comes before that',
  larkshire,
  async ({ come }) => {
    const visitor = await come()
    await visitor.open('/subscribe')
    await visitor.fill('Your e-mail address', 'nobody at all')
    await visitor.press('Ask for news', { status: 422 })
    assert.equal(await visitor.typed('Your e-mail address'), 'nobody at all')
    await visitor.choose('Call-ins and what comes of them')
    await visitor.fill('Your e-mail address', `reader-${crypto.randomUUID()}@example.org`)
    await visitor.press('Ask for news')
    assert.equal(await heading(visitor), 'Look for our letter')
    await visitor.follow('confirm the subscription')
    const address = visitor.address()
    await visitor.press('Confirm')
    assert.equal(await heading(visitor), 'You will have news')
    // A link of nobody's says so, and tells nothing about who has news.
    await visitor.open(`${address.slice(0, -4)}none`)
    await visitor.press('Confirm', { status: 404 })
  },
)

story(
  'what officers may do by themselves is a list for anybody, post by post, today and on any day',
  larkshire,
  async ({ come }) => {
    const visitor = await come()
    await visitor.open('/officers-powers')
    const powers = async () => Number(/([\d,]+) powers?\b/u.exec(await text(visitor))?.[1] ?? 0)
    const all = await powers()
    await visitor.select('Post', 'Director of Adult Social Care')
    await visitor.press('Apply')
    const own = await powers()
    assert.ok(own > 0 && own < all, `${own} of ${all}`)
    assert.match(
      await text(visitor),
      /Director of Adult Social Care Contracts and grants for adult social care up to £250,000 each/u,
    )
    const { body } = await visitor.take('/officers-powers.csv?post=director-adults')
    assert.equal(body.trim().split('\r\n').length, own + 1)
  },
)

story('what is not there is said to be so, and where to look', larkshire, async ({ come }) => {
  const visitor = await come()
  for (const path of [
    '/decisions/D-1999-0001',
    '/mandates/M-1999-0001',
    '/acts/A-1999-0001',
    '/thread/X-1',
    '/nowhere/at/all',
  ]) {
    await visitor.open(path, { status: 404 })
    assert.match(await text(visitor), /What to do next/u, path)
  }
})

/** The decisions on the page of the register, by their titles. */
async function titles(visitor: Parameters<typeof links>[0]): Promise<string[]> {
  return (await links(visitor)).filter(({ href }) => /^\/decisions\/[^/]+$/u.test(href)).map(({ words }) => words)
}
