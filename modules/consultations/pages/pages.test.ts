import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { answered, drafted, opened } from '../examples.ts'
import { viewReconciliation } from '../queries.ts'
import { viewPaper } from '../queries.ts'

const world = await aCouncil({ on: '2022-09-05' })
const web = await openBrowser(world)
const [priya, ada, visitor] = [
  await web.browser().signIn('Priya Larkin'),
  await web.browser().signIn('Ada Quill'),
  web.browser(),
]
const day = (name: string, d: string, m: string, y = '2022') => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
})

test('an officer builds a consultation from nothing and opens it, without a script', async () => {
  const started = await (await priya.open('/desk/consultations/new')).send({ title: 'Short breaks at weekends' })
  const at = started.url.replace(/\?.*/u, '')
  assert.match(started.words(), /The draft is started.*Open it It does not say what it is about/u)
  const answer = async (page: string, fields: Record<string, string | string[]>, button?: string) => {
    const after = await (await priya.open(`${at}/${page}`)).send(fields, button)
    assert.equal(after.status, 200, `${page}: ${after.words('main-content')}`)
    return after
  }
  await answer('about', {
    subject: 'children/short-breaks',
    why: 'Families asked for weekends.',
    contact: 'Call 01234 000000.',
  })
  assert.match(
    (await (await priya.open(`${at}/days`)).send({ ...day('opensOn', '31', '2') })).words(),
    /There is no such day/u,
  )
  await answer('days', { ...day('opensOn', '5', '9'), ...day('closesOn', '16', '10') })
  await answer('groups', {
    groups: 'Families who have short breaks | 1,250 | Service records\nDisabled children | 6785 |',
  })
  await answer('sections/new', { title: 'Weekends' })
  await answer('sections/s1/questions/new', {
    words: 'Do you want weekends?',
    kind: 'single',
    options: 'Yes\nNo',
    required: 'yes',
  })
  await answer('sections/s1/questions/new', {
    words: 'Which ones?',
    kind: 'multiple',
    options: 'Saturday\nSunday',
    showIf: ['q1=a1'],
  })
  const missing = await (await priya.open(`${at}/sections/s1/questions/new`)).send({ words: 'Half a question' })
  assert.equal(missing.status, 422)
  assert.match(missing.words(), /Choose how it is answered/u)
  await answer('sections/s1/questions/new', { words: 'Why not?', kind: 'long-text', showIf: ['q1=a2'] })
  await answer('equality', { asks: ['0'] })
  const questions = await priya.open(`${at}/questions`)
  assert.match(
    questions.words(),
    /Which ones\? Choose any number Saturday; Sunday Only if “Do you want weekends\?” is answered with “Yes”/u,
  )
  assert.match((await priya.open(`${at}/preview/en`)).words(), /A preview in English.*About you, asked apart/u)
  await answer('pack', { kind: 'proposal', words: 'Weekends from April.' })
  const open = await priya.open(`${at}/open`)
  assert.match(open.words(), /The pack lacks 5 of 6 things/u)
  const why = await open.send({}, 'Open it')
  assert.equal(why.status, 422)
  assert.match(
    (await why.send({ because: 'A first sounding.' }, 'Open it')).words(),
    /Opened\. Its questions no longer change/u,
  )
  const ref = at.split('/').at(-1) ?? ''
  assert.match(
    (await visitor.open(`/consultations/${ref}`)).words(),
    /Open until Sunday 16 October 2022: 41 days left.*Weekends from April.*42 days, 29 of them working days; 19 September 2022 is State Funeral.*Opened although A first sounding/u,
  )
})

test('somebody answers part by part, goes on later with a code, checks and sends; sent twice it is one', async () => {
  const ref = await opened(world, '2022-09-05')
  const begin = (await visitor.open(`/consultations/${ref}`)).link('Answer online')
  const first = await (await visitor.open(begin)).send({ letterCode: '' })
  assert.match(first.words(), /Part 1 of 2 Your breaks About the last 12 months/u)
  assert.ok(!/Which ones/u.test(first.words()))
  const blank = await first.send({}, 'Save and continue')
  assert.equal(blank.status, 422)
  assert.match(blank.words(), /Choose an answer/u)
  const more = await first.send({ q1: 'yes' }, 'Save and continue')
  assert.equal(more.status, 200, 'nobody is told off for a question that they could not see')
  assert.match(more.words(), /What you answered leads to one more question on this page: Which ones\?/u)
  const unanswered = await more.send({ q1: 'yes' }, 'Save and continue')
  assert.equal(unanswered.status, 422, 'what came to light has to be answered as well')
  assert.match(unanswered.words(), /Choose at least one answer/u)
  const second = await unanswered.send({ q1: 'yes' }, 'Save and go on later')
  const code = /Your code ([0-9A-Z-]{23})/u.exec(second.words())?.[1] ?? ''
  const other = web.browser()
  assert.match(
    (await (await other.open(`/consultations/${ref}/go-on`)).send({ code: 'nonsense' })).words(),
    /no saved answers under this code/u,
  )
  const back = await (await other.open(`/consultations/${ref}/go-on`)).send({ code: code.toLowerCase() })
  assert.match(
    back.words(),
    /Part 1 of 2 Your breaks.*Which ones\?/u,
    'they go on where something has still to be answered',
  )
  const whole = await other.open(back.url.replace(/\/s1$/u, '/check-answers'))
  assert.match(whole.words(), /Check your answers.*Have you had a short break\? Yes/u)
  const refused = await whole.send({}, 'Send my answers')
  assert.equal(refused.status, 422)
  assert.match(refused.words(), /Which ones\?: Choose at least one answer/u)
  const part = await other.open(refused.link('Change'))
  const two = await part.send({ q1: 'yes', q2: ['play'] }, 'Save and continue')
  assert.match(two.words(), /Part 2 of 2 The proposal/u)
  await two.send({}, 'Save and go on later')
  const gone = await (await other.open(`/consultations/${ref}/go-on`)).send({ code })
  assert.match(gone.words(), /Part 2 of 2 The proposal/u, 'and else where they left off')
  const twice = await two.send({ 'q6.x': '1', 'q6.y': '1' }, 'Save and continue')
  assert.match(twice.words(), /Give each place once/u)
  assert.match(twice.text, /<option value="1" selected/u)
  const check = await twice.send(
    { q4: '4', 'q5.near': 'much', 'q6.x': '2', 'q6.y': '1', q8: 'Thank you.' },
    'Save and continue',
  )
  assert.match(
    check.words(),
    /Are the criteria clear\? 4 of 5 How much do these matter\? That it is near: Much Put in order Evenings Weekends/u,
  )
  const sent = await check.send({}, 'Send my answers')
  const receipt = /R-[0-9A-Z]{5}-[0-9A-Z]{5}/u.exec(sent.words())?.[0]
  assert.ok(receipt)
  assert.equal((await check.send({}, 'Send my answers')).url, sent.url)
  assert.equal((await two.send({ q8: 'Too late.' }, 'Save and continue')).url, sent.url)
  assert.equal(must(await world.asks(world.as('Priya'), viewReconciliation, { ref })).reconciled.total.received, 1)
  const about = await visitor.open(sent.link('Say who I am'))
  assert.match((await about.send({ e1: 'young' })).words(), /Tick that these answers may be kept/u)
  assert.match((await about.send({ e1: 'young', consent: 'yes' })).words(), /Your answers were counted, apart/u)
})

test('somebody who thinks better of it deletes what they saved', async () => {
  const ref = await opened(world, '2022-09-05')
  const first = await (await visitor.open(`/consultations/${ref}/answer`)).send({})
  const second = await first.send({ q1: 'no' }, 'Save and continue')
  const check = await visitor.open(second.url.replace(/\/s\d(?:\?.*)?$/u, '/check-answers'))
  assert.match((await check.send({}, 'Delete my answers')).words(), /Your answers were deleted/u)
  assert.equal((await visitor.open(second.url)).status, 404)
})

test('the paper form asks the same, and its forms are keyed in, by two where it is drawn, and settled', async () => {
  const ref = await opened(world, '2022-09-05')
  const paper = await visitor.open(`/consultations/${ref}/paper`)
  assert.match(
    paper.words(),
    /1\. Have you had a short break\?.*1\.a Yes 1\.b No.*2\. Which ones\? Only if you answered “Yes” to question 1.*This sheet is torn off/u,
  )
  const boxes = await priya.open(`/desk/consultations/${ref}/paper`)
  assert.match(
    (await boxes.send({ box: 'Library', counted: '3', countedBy: 'Priya', witnessedBy: 'priya' })).words(),
    /It takes two people/u,
  )
  const batch = await boxes.send({ box: 'Library', counted: '3', countedBy: 'Priya', witnessedBy: 'Ada' })
  assert.match(batch.words(), /3 forms, counted by Priya and Ada on 5 September 2022\. 3 still to do/u)
  const form = await priya.open(batch.link('Key in form 1/1'))
  const keyed = await form.send({ q1: 'yes', q2: ['play'], q8: 'More weekends.' }, 'Key it in')
  assert.match(keyed.words(), /Keyed in\..*1\/1 Waits for a second person/u)
  assert.match(
    (await (await priya.open(form.url)).send({ q1: 'no' }, 'Key it in')).words(),
    /You keyed in Form 1\/1 yourself/u,
  )
  const second = await ada.open(form.url)
  assert.ok(!/More weekends/u.test(second.text), 'what the first read is not shown')
  const differs = await second.send({ q1: 'yes', q2: ['night'], q8: 'More weekends.' }, 'Key it in')
  assert.match(differs.words(), /Somebody else read this form differently.*1\/1 To be settled/u)
  const settle = await ada.open(form.url)
  assert.match(settle.words(), /Read differently Question Priya Larkin Ada Quill Which ones\? Play scheme Night away/u)
  assert.match(
    (
      await settle.send({ q1: 'yes', q2: ['night'], because: 'The first tick is crossed out.' }, 'Settle what it says')
    ).words(),
    /1\/1 Response/u,
  )
  const aside = await priya.open(batch.link('1/2'))
  assert.match(
    (await aside.send({ aside: 'Nothing is written on it.' }, 'Key it in')).words(),
    /Set aside Nothing is written on it/u,
  )
  const reckoned = (await priya.open(`/desk/consultations/${ref}/reconciliation`)).words()
  assert.match(reckoned, /3 received = 0 analysed \+ 1 excluded \+ 2 waiting\. It adds up/u)
  const { rates } = must(await world.asks(world.as('Priya'), viewPaper, { ref }))
  assert.deepEqual(
    rates.keyers.map(({ name, wrong }) => [name, wrong]),
    [
      ['Ada Quill', 0],
      ['Priya Larkin', 1],
    ],
  )
  assert.deepEqual(await world.breaks(), [])
})

test('letters and calls are entered, read, left out and taken in again', async () => {
  const ref = await opened(world, '2022-09-05')
  await answered(world, ref)
  const enter = await priya.open(`/desk/consultations/${ref}/enter`)
  assert.match((await enter.send({ said: 'Hello' })).words(), /Choose how it came/u)
  const list = await enter.send({ channel: 'letter', said: 'Please keep the play scheme.' })
  assert.match(list.words(), /Entered\..*By letter.*Please keep the play scheme/u)
  const receipt =
    /href="([^"]*responses\/R-[^"]*)"[^>]*>R-[^<]*<\/a\s*>\s*<span class="remit-ref">By letter/u.exec(list.text)?.[1]
    ?? ''
  const one = await priya.open(receipt)
  assert.match((await one.send({ what: 'excluded' })).words(), /cannot be excluded without a reason/u)
  assert.match(
    (await one.send({ what: 'excluded', because: 'About another council.' })).words(),
    /Excluded About another council/u,
  )
  assert.match(
    (await (await priya.open(receipt)).send({ what: 'restored', because: 'It was about ours.' })).words(),
    /Noted\./u,
  )
})

test('people book a workshop, wait for a place and give one back', async () => {
  const ref = await opened(world, '2022-09-05')
  const desk = await priya.open(`/desk/consultations/${ref}/workshops`)
  const held = await desk.send({
    title: 'Come and talk',
    place: 'Library, Mill Lane',
    ...day('on', '20', '9'),
    from: '14:30',
    until: '16.00',
    access: 'A lift and a hearing loop.',
    capacity: '2',
  })
  assert.match(held.words(), /Come and talk.*Tuesday 20 September 2022, 2:30pm to 4pm/u)
  const page = (await visitor.open(`/consultations/${ref}`)).link('Come and talk')
  const book = async (name: string, places: string) =>
    (await visitor.open(page)).send({ name, contact: 'x@example.org', needs: 'An interpreter', places })
  const first = await book('Una', '2')
  assert.match(first.words(), /You are booked/u)
  assert.match((await book('Bert', '1')).words(), /You are on the waiting list/u)
  await (await visitor.open(first.url.replace(/\?.*/u, ''))).send({}, 'Give the place back')
  const after = await priya.open((await priya.open(`/desk/consultations/${ref}/workshops`)).link('Come and talk'))
  assert.match(after.words(), /1 of 2 booked, 0 wait.*An interpreter.*Bert, 1 place/u)
  world.on('2022-09-21')
  // Her session of that morning is over.
  const later = await (await web.browser().signIn('Priya Larkin')).open(after.url)
  const bert = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>Bert/u.exec(later.text)?.[1] ?? ''
  const saved = await later.send({ came: [bert] })
  assert.match(saved.words(), /Saved\./u)
  assert.ok(new RegExp(`value="${bert}"[^>]* checked`, 'u').test(saved.text), 'Bert came')
  world.on('2022-09-05')
})

test('the desk is shut to visitors, and a draft to everybody outside', async () => {
  const { ref } = await drafted(world, '2022-09-05')
  assert.equal((await visitor.open(`/consultations/${ref}`)).status, 404)
  assert.match((await visitor.open(`/desk/consultations/${ref}`)).url, /^\/sign-in/u)
  assert.equal((await visitor.open('/consultations')).status, 200)
})
