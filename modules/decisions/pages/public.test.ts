import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { people } from '../../../site/demo/larkshire.ts'
import { callIn } from '../call-in/call-in.ts'
import { searchRegister, viewRecord } from '../queries.ts'
import { contracted, published } from './examples.ts'
import { neverBegan } from './grants.ts'

const world = await aCouncil({ on: '2022-08-05' })
const web = await openBrowser(world)
const public_ = web.browser()

const before = await public_.open('/register')

const refs: string[] = []
for (const [at, title] of [
  'Care at home',
  'Short stays',
  '=HYPERLINK("http://elsewhere.example")',
  'Meals',
  'Transport to day clubs',
].entries()) {
  world.on(`2022-08-0${at + 1}`)
  refs.push(await published(world, { title, ...(at === 1 ? { maker: 'cabinet', isKey: false } : {}) }))
}
world.on('2022-08-05')

test('an empty register says so', () => {
  assert.equal(before.status, 200)
  assert.match(before.words(), /No decisions.*No decision has been published yet/u)
})

test('the register lists what is published, the latest first, with links to each', async () => {
  const page = await public_.open('/register')
  assert.match(page.words(), /5 decisions/u)
  assert.deepEqual(
    [...page.text.matchAll(/\/decisions\/(D-2022-\d{4})"/gu)].map(([, ref]) => ref),
    refs.toReversed(),
  )
  assert.match(page.text, /aria-sort="descending"/u)
})

test('a heading sorts by its column, and again turns the order round', async () => {
  const byTitle = await public_.open((await public_.open('/register')).link('Decision ↕'))
  assert.match(byTitle.text, /aria-sort="ascending"/u)
  const at = (page: { text: string }, title: string) => page.text.search(new RegExp(`>\\s*${title}\\s*<`, 'u'))
  assert.ok(at(byTitle, 'Care at home') < at(byTitle, 'Transport to day clubs'))
  const turned = await public_.open(byTitle.link('Decision ▲'))
  assert.ok(at(turned, 'Care at home') > at(turned, 'Transport to day clubs'))
  assert.match(turned.text, /aria-sort="descending"/u)
})

test('pages are walked forward and back, and keep what was searched for', async () => {
  const first = await public_.open('/register?key=yes&size=2')
  assert.match(first.words(), /4 decisions match/u)
  const second = await public_.open(first.link('Next page'))
  assert.match(second.url, /key=yes&size=2&after=/u)
  const back = await public_.open(second.link('Previous page'))
  assert.equal(back.text.match(/<tbody.*<\/tbody>/su)?.[0], first.text.match(/<tbody.*<\/tbody>/su)?.[0])
})

test('what the register is narrowed by is shown, and each can be taken away', async () => {
  const page = await (
    await public_.open('/register')
  ).send({ makerKind: 'member', standing: 'call-in open', from: '2 August 2022' })
  assert.match(
    page.words(),
    /3 decisions match Remove Decided by: Cabinet members ✕ Remove Standing: Call-in open ✕ Remove Published from 2 August 2022 ✕/u,
  )
  const without = await public_.open(page.link('Remove Published from'))
  assert.match(without.words(), /4 decisions match/u)
  assert.match(
    (await public_.open('/register?q=nothing+like+it')).words(),
    /No decisions match.*No published decision matches all of this/u,
  )
})

test('a day that does not exist is said to be none, and what was typed is kept', async () => {
  const page = await public_.open('/register?from=31/02/2022&q=care')
  assert.equal(page.status, 422)
  assert.match(page.words(), /“31\/02\/2022” is no day/u)
  assert.match(page.text, /value="31\/02\/2022"/u)
})

test('an address that was tampered with begins at the first page, and nothing breaks', async () => {
  for (const after of [
    'bm9uc2Vuc2U',
    Buffer.from('["abc","D"]').toString('base64url'),
    Buffer.from('["2022-02-31","D"]').toString('base64url'),
  ]) {
    assert.match((await public_.open(`/register?after=${after}`)).words(), /5 decisions/u)
  }
  assert.equal((await public_.open('/register?after=%3Cscript%3E')).status, 422)
  assert.equal((await public_.open('/register?standing=sideways')).status, 422)
  assert.equal((await public_.open('/register?q=%22%27%3A*%26%7C!(')).status, 200)
})

test('the JSON has the same decisions and the addresses of the pages beside it', async () => {
  const read = async (path: string) =>
    JSON.parse((await public_.open(path)).text) as {
      count: number
      next: string | null
      previous: string | null
      decisions: { ref: string; standing: string; publishedOn: string }[]
    }
  const first = await read('/register.json?size=3')
  assert.deepEqual([first.count, first.previous, first.decisions.length], [5, null, 3])
  assert.equal(first.decisions[0]?.publishedOn, '2022-08-05')
  const second = await read(first.next ?? '')
  assert.deepEqual(
    [...first.decisions, ...second.decisions].map(({ ref }) => ref),
    refs.toReversed(),
  )
  assert.equal(second.next, null)
  const wrong = await public_.open('/register.json?from=yesterday')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /"refused".*“yesterday” is no day/u)
})

test('the CSV has all that match, and no cell that a spreadsheet would run', async () => {
  const page = await public_.open('/register.csv')
  const lines = page.text.trim().split('\r\n')
  assert.equal(lines.length, 6)
  assert.match(page.text, /"'=HYPERLINK\(""http/u)
  assert.ok(page.text.startsWith('reference,title,'))
  assert.match(page.headers.get('content-disposition') ?? '', /decisions-larkshire-2022-08-05\.csv/u)
  assert.equal((await public_.open('/register.csv?q=meals')).text.trim().split('\r\n').length, 2)
})

test('a decision says who, what, why, when and how that day was counted', async () => {
  const page = await public_.open(`/decisions/${refs[4] ?? ''}`)
  const words = page.words('main-content')
  for (const said of [
    'Who decided this? Desmond Okoro, Cabinet Member for Adult Social Care, on Friday 5 August 2022',
    'under mandate M-2012-',
    '(b) Delegate Not yet in force',
    '(c) Note Decides nothing by itself',
    'The present framework ends in March.',
    'No alternatives were considered.',
    'No conflicts declared.',
    '5 clear working days after publication (Part 4, scrutiny procedure rule 15)',
    'the last day on which it can be called in is Friday 12 August 2022',
    'it takes effect on Saturday 13 August 2022',
    'may award a contract and enter into a contract for Everyday life activities, from Saturday 13 August 2022',
    'after consulting the Head of Legal Services',
    '£600,000 over its whole life',
    'Not so far. It can be called in until 12 August 2022',
  ])
    assert.ok(words.includes(said), `${said}\n--- is not in ---\n${words}`)
})

test('what was used of a mandate, and by which acts, stands beside what was granted', async () => {
  world.on('2022-08-13')
  await contracted(world, refs[4] ?? '', 150_000_00, '2022-08-13')
  const words = (await public_.open(`/decisions/${refs[4] ?? ''}`)).words('authorises')
  assert.match(words, /Used £150,000/u)
  assert.match(words, /Left £450,000/u)
  assert.match(words, /13 Aug 2022: Contract with Willow Day Club \(invented\), £150,000/u)
})

test('a decision called in says which clause, by whom and why', async () => {
  world.on('2022-08-05')
  const ref = await published(world, { title: 'To be called in' })
  const { decision } = must(await world.asks(world.as('Priya'), viewRecord, { ref }))
  must(
    await world.does(world.as('Marguerite'), callIn, {
      ref,
      clauses: [decision.clauses[1]?.clause],
      callers: ['Cllr Vane', 'Cllr Birch', 'Cllr Moss'],
      grounds: 'The price was not tested.',
    }),
  )
  const words = (await public_.open(`/decisions/${ref}`)).words('main-content')
  assert.match(words, /\(b\) Delegate Called in/u)
  assert.match(
    words,
    /Called in on 5 August 2022 Standing Waits to be judged Clauses \(b\) By Cllr Vane, Cllr Birch, Cllr Moss Grounds The price was not tested\./u,
  )
})

test('a decision is data too, and one that is not published is not there', async () => {
  const data = JSON.parse((await public_.open(`/decisions/${refs[0] ?? ''}.json`)).text) as {
    ref: string
    clauses: unknown[]
    mandates: { ceiling: { pence: number } }[]
  }
  assert.equal(data.ref, refs[0])
  assert.equal(data.clauses.length, 3)
  assert.equal(data.mandates[0]?.ceiling.pence, 600_000_00)
  for (const path of ['/decisions/D-1999-0001', '/decisions/..%2F..', '/decisions/D-1999-0001.json'])
    assert.equal((await public_.open(path)).status, 404, path)
})

test('the same is offered to programs', async () => {
  const found = JSON.parse((await public_.open('/api/decisions?q=meals')).text) as {
    count: number
    decisions: { title: string }[]
  }
  assert.deepEqual([found.count, found.decisions[0]?.title], [1, 'Meals'])
  assert.match((await public_.open(`/api/decisions/${refs[3] ?? ''}`)).text, /"title":"Meals"/u)
  assert.equal((await public_.open('/api/desk')).status, 401)
})

test('a search by words finds nothing of another council on the same database', async () => {
  const other = await aCouncil({
    on: '2022-08-05',
    database: world.house.database,
    council: { council: 'otherby', name: 'Otherby Council', demo: true, people },
  })
  assert.equal(must(await world.asks(world.visitor, searchRegister, { q: 'meals' })).count, 1)
  assert.equal(must(await other.asks(other.visitor, searchRegister, { q: 'meals' })).count, 0)
})

test('what an amendment took back before it took effect is said to give nothing, and to have no days', () => {
  const day = (iso: string) => Temporal.PlainDate.from(iso)
  assert.equal(neverBegan({ from: day('2022-08-13'), until: day('2022-08-10') }), true)
  assert.equal(neverBegan({ from: day('2022-08-13'), until: day('2022-08-13') }), true)
  assert.equal(neverBegan({ from: day('2022-08-13'), until: day('2022-08-14') }), false)
  assert.equal(neverBegan({ from: day('2022-08-13'), until: null }), false)
})
