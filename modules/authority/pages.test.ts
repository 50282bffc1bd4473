import assert from 'node:assert/strict'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { openBrowser } from '../../testing/browser.ts'
import { larkshire } from '../../site/demo/larkshire.ts'
import { aCouncil, must } from '../../testing/world.ts'
import { recordAct } from './index.ts'

const world = await aCouncil({ on: '2022-08-15' })
const { browser } = await openBrowser(world)
const visitor = browser()
const priya = await browser().signIn('Priya Larkin')
const ada = await browser().signIn('Ada Quill')

const grant = granting(world, {
  decisionRef: 'D-2022-0001',
  powers: ['contract', 'extend'],
  words: 'Enter into contracts <for> care at home',
  conditions: [
    {
      kind: 'consult',
      key: 'legal',
      post: 'head-legal',
      words: 'following consultation with the Head of Legal Services',
    },
    { kind: 'report-back', key: 'report', words: 'report to Cabinet', withinDays: 30 },
  ],
})
const dated = (name: string, iso: string) => {
  const [year, month, on] = iso.split('-')
  return { [`${name}-day`]: on ?? '', [`${name}-month`]: month ?? '', [`${name}-year`]: year ?? '' }
}
const anAct = (but: Record<string, string> = {}) => ({
  power: 'contract',
  what: 'Contract with Brookfield Care (invented)',
  pounds: '120,000',
  ...dated('day', '2022-08-15'),
  'evidence-legal-says': 'E-mail of Edmund Starling',
  ...dated('evidence-legal-day', '2022-08-12'),
  ...but,
})

test('Priya records an act from the mandate’s own page and lands on the act, which a visitor can read without the evidence', async () => {
  const ref = await grant()
  const mandate = await priya.open(`/mandates/${ref}`)
  assert.match(mandate.words(), /What the Director of Adult Social Care may do/u)
  assert.ok(mandate.text.includes('Enter into contracts &lt;for&gt; care at home'))
  const form = await priya.open(mandate.link('Record an act under it'))
  const act = await form.send(anAct())
  assert.match(act.url, /^\/acts\/A-2022-\d{4}$/u)
  assert.match(act.words(), /E-mail of Edmund Starling, Friday 12 August 2022/u)
  const open = await visitor.open(act.url)
  assert.match(open.words(), /Contract with Brookfield Care \(invented\).*£120,000.*Monday 15 August 2022.*Ada Quill/u)
  assert.doesNotMatch(open.text, /E-mail of Edmund|Undo it|Give the report/u)
  const after = await visitor.open(`/mandates/${ref}`)
  assert.match(after.words(), /Used £120,000.*Left £380,000/u)
  assert.doesNotMatch(after.text, /Record an act under it/u)
})

test('an act without authority is refused on the same page with every reason, and what was typed is still there', async () => {
  const ref = await grant()
  const form = await priya.open(`/desk/acts/new?under=${ref}`)
  const refused = await form.send(
    anAct({
      pounds: '500,000.01',
      ...dated('day', '2022-08-12'),
      'evidence-legal-says': '',
      'evidence-legal-day-day': '',
      'evidence-legal-day-month': '',
      'evidence-legal-day-year': '',
    }),
  )
  assert.equal(refused.status, 422)
  for (const reason of [
    /has no authority for this/u,
    /takes effect on Saturday 13 August 2022/u,
    /£500,000\.01 is £0\.01 more/u,
    /“following consultation with the Head of Legal Services” has no evidence/u,
  ])
    assert.match(refused.words(), reason)
  assert.match(refused.text, /value="500,000\.01"/u)
  assert.match(refused.text, /value="Contract with Brookfield Care \(invented\)"/u)
  const reasons = await priya.open(refused.link('See why, rule by rule'))
  assert.match(reasons.words(), /No: nothing allows this|Does not allow it/u)
  // The same form, mended and sent again, is done.
  const done = await refused.send(anAct())
  assert.match(done.url, /^\/acts\//u)
})

test('whatever is wrong with a form is said at once, field by field', async () => {
  const ref = await grant()
  const form = await priya.open(`/desk/acts/new?under=${ref}`)
  const wrong = await form.send(
    anAct({ what: ' ', pounds: 'plenty', 'day-month': '13', 'evidence-legal-day-year': '' }),
  )
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /<title>Error: /u)
  for (const says of [
    /Say what was done\./u,
    /“plenty” is no amount/u,
    /There is no such day as 15 13 2022/u,
    /The date must include a year/u,
  ])
    assert.match(wrong.words(), says)
})

test('without a mandate the page first asks for one and offers what gives the power', async () => {
  await grant({ decisionRef: 'D-2022-0009' })
  const ask = await priya.open('/desk/acts/new')
  assert.match(ask.words(), /Under which mandate was it done\?/u)
  const offered = await ask.send({ post: 'director-adults', power: 'contract', subject: 'adults/care-at-home' })
  assert.match(offered.words(), /D-2022-0009, clause \(c\).*Allows it/u)
  assert.match(offered.link('Use this one'), /^\/desk\/acts\/new\?under=M-2022-\d{4}&power=contract/u)
  const none = await ask.send({ post: 'director-children', power: 'procure', subject: 'children' })
  assert.match(none.words(), /No mandate gives it that power/u)
})

test('only an officer opens the desk’s pages; a visitor is asked to sign in', async () => {
  assert.match((await visitor.open('/desk/acts/new')).url, /^\/sign-in\?next=/u)
  const hugo = await browser().signIn('Hugo Pennyfeather')
  assert.equal((await hugo.open('/desk/acts/new')).status, 403)
})

test('an act recorded in error is undone once, and both acts say so', async () => {
  const under = await grant()
  const act = must(
    await world.does(world.as('Priya'), recordAct, {
      post: 'director-adults',
      power: 'contract',
      subject: 'adults/care-at-home',
      what: 'Typed twice',
      pence: 100,
      day: '2022-08-15',
      under,
      evidence: [{ condition: 'legal', says: 'E-mail', day: '2022-08-15' }],
    }),
  ).ref
  const form = await priya.open(`/acts/${act}/undo`)
  assert.equal((await form.send({ because: '' })).status, 422)
  const undoing = await form.send({ because: 'recorded twice' })
  assert.match(undoing.words(), new RegExp(`This act undoes ${act}`, 'u'))
  assert.match((await visitor.open(`/acts/${act}`)).words(), /This act was undone by A-2022-/u)
  assert.equal((await priya.open(`/acts/${act}/undo`)).url, `/acts/${act}`)
})

test('Ada passes part of a mandate on; the last day she names is the last on which it may be used', async () => {
  const ref = await grant({ conditions: [] })
  const form = await ada.open(`/mandates/${ref}/pass-on`)
  const wrong = await form.send({ to: '', powers: [], pounds: '', words: '' })
  for (const says of [
    /Choose a post/u,
    /Choose at least one power/u,
    /Enter the most that may be spent/u,
    /Say in words what is passed on/u,
  ])
    assert.match(wrong.words(), says)
  const tooMuch = await form.send({
    to: 'head-commissioning',
    powers: ['contract'],
    pounds: '600,000',
    words: 'Small contracts',
  })
  assert.match(tooMuch.words(), /£600,000 is more than the £500,000/u)
  const child = await tooMuch.send({
    to: 'head-commissioning',
    powers: ['contract'],
    pounds: '50k',
    words: 'Small contracts',
    ...dated('until', '2022-12-31'),
  })
  assert.match(child.words(), /15 August 2022 to 31 December 2022/u)
  assert.match(child.words(), new RegExp(`passed on from ${ref}`, 'u'))
  assert.match((await visitor.open(`/mandates/${ref}`)).words(), /Passed on £50,000 Left £450,000/u)
})

test('what was given to be used cannot be passed on, and the page says what to do instead', async () => {
  const ref = await grant({ mayDelegate: false })
  assert.match(
    (await ada.open(`/mandates/${ref}/pass-on`)).words(),
    /was given to be used, not to be passed on.*Ask for a decision/u,
  )
})

test('why: an answer is an address, with the verdict first', async () => {
  const yes = await visitor.open(
    '/why?post=director-children&power=contract&subject=children/short-breaks&pounds=250000&day=2022-08-15',
  )
  assert.match(
    yes.words('main-content'),
    /^Director of Children’s Services: enter into a contract worth £250,000, Short breaks, Monday 15 August 2022 Yes: M-2012-\d{4} allows this/u,
  )
  assert.match(yes.words(), /An act under it also has to show.*in accordance with the Contract Procedure Rules/u)
  const no = await yes.send({ pounds: '250,000.01' })
  assert.match(no.words(), /No: nothing allows this.*£250,000\.01 is £0\.01 more/u)
  const none = await visitor.open('/why?post=head-legal&power=contract')
  assert.match(none.words(), /No decision and no entry in the scheme of delegation gives the Head of Legal/u)
  const wrong = await visitor.open('/why?post=head-legal&power=&pounds=lots')
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /Choose what it wants to do.*“lots” is no amount/u)
  assert.match((await visitor.open('/why?post=nobody&power=contract')).words(), /no post called nobody/u)
})

test('lists are searched, narrowed, sorted and turned by address, and an empty one says what to do', async () => {
  assert.match((await visitor.open('/posts?q=quill')).words(), /1 post.*Director of Adult Social Care/u)
  assert.match(
    (await visitor.open('/mandates?power=decide-key&day-day=15&day-month=8&day-year=2022')).words(),
    /3 mandates/u,
  )
  assert.match((await visitor.open('/mandates?q=nonesuch')).words(), /No mandate is like that/u)
  assert.match((await visitor.open('/mandates?day-day=15')).words(), /The date must include a month and a year/u)
  assert.match((await visitor.open('/acts?q=brookfield&order=value')).words(), /Contract with Brookfield/u)
  assert.match((await visitor.open('/acts?subject=children')).words(), /No act is like that/u)
  assert.equal((await visitor.open('/acts?order=sideways')).status, 422)
  assert.equal((await visitor.open('/mandates/M-1999-0001')).status, 404)
  assert.match(
    (await visitor.open('/posts/director-adults?day=2011-01-01')).words(),
    /Nobody on Saturday 1 January 2011: a vacant post cannot act/u,
  )
  assert.match((await visitor.open('/constitution?q=4.6')).words(), /1 entry.*Commitments up to £25,000/u)
})

test('every list is a file too, whole, with its filters', async () => {
  const lines = async (path: string) => (await visitor.open(path)).text.trimEnd().split('\r\n')
  const acts = await lines('/acts.csv?q=brookfield')
  assert.match(acts[0] ?? '', /act,day,power,what was done,value \(pounds\)/u)
  assert.ok(acts.slice(1).length > 0 && acts.slice(1).every((line) => line.includes('Brookfield')))
  assert.match(acts[1] ?? '', /,120000\.00,/u)
  assert.equal((await lines('/posts.csv')).length, larkshire.posts.length + 1)
  assert.equal((await lines('/constitution.csv')).length, larkshire.scheme.length + 1)
  assert.ok((await lines('/mandates.csv?source=scheme')).length === larkshire.scheme.length + 1)
  const { headers } = await visitor.open('/mandates.csv')
  assert.match(headers.get('content-disposition') ?? '', /larkshire-mandates-2022-08-15\.csv/u)
})

test('a report that is overdue stands on the mandate’s page and is given from the act’s', async () => {
  const under = await grant()
  const act = must(
    await world.does(world.as('Priya'), recordAct, {
      post: 'director-adults',
      power: 'contract',
      subject: 'adults/care-at-home',
      what: 'A contract',
      pence: 100,
      day: '2022-08-15',
      under,
      evidence: [{ condition: 'legal', says: 'E-mail', day: '2022-08-15' }],
    }),
  ).ref
  world.on('2022-10-01')
  assert.match(
    (await visitor.open(`/mandates/${under}`)).words(),
    /A report on A-2022-\d{4} \(report\) was due on Wednesday 14 September 2022/u,
  )
  // A session lasts twelve hours: whoever comes back weeks later signs in again.
  const later = await browser().signIn('Priya Larkin')
  const page = await later.open(`/acts/${act}`)
  const given = await (await later.open(page.link('Give the report'))).send({ says: 'Cabinet, 1 October, item 7' })
  assert.match(given.words(), /given on Saturday 1 October 2022/u)
  assert.match((await later.open(`/acts/${act}/report`)).words(), /No report on this act is waiting/u)
  world.on('2022-08-15')
})

test('the journal holds after all this', async () => assert.deepEqual(await world.breaks(), []))
