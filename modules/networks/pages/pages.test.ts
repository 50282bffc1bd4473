import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil } from '../../../testing/world.ts'

const world = await aCouncil({ on: '2024-01-08' })
const web = await openBrowser(world)
const everybody = web.browser()
const priya = await web.browser().signIn('Priya Larkin')

test('Priya opens a network, takes somebody in, holds a workshop, and an issue is told back: all on pages', async () => {
  let page = await priya.open('/desk/networks/new')
  page = await page.send({ title: '', topics: 'Housing', yearlyBudget: 'lots' })
  assert.equal(page.status, 422)
  assert.match(page.words(), /“lots” is no amount in pounds/u)
  page = await page.send({
    title: 'Autism co-production network',
    purpose: 'To shape what is bought for autistic people.',
    subject: 'adults/everyday-life',
    post: 'head-commissioning',
    area: 'Larkshire',
    connectedBy: 'autistic, or connected to an autistic person',
    topics: 'Housing\nHealth',
    yearlyBudget: '7,500',
    hourlyFee: '15',
  })
  assert.match(page.words(), /The network is open/u)
  const here = page.url.split('?')[0] ?? ''

  page = await priya.open(`${here}/members/new`)
  page = await page.send({
    livesInArea: 'yes',
    name: 'Maren Ostby',
    connection: 'autistic',
    contactBy: 'email',
    email: 'maren@example.org',
    payment: 'voucher',
    needs: ['quiet-room'],
    consents: ['invitations', 'share-needs'],
    source: 'The library',
  })
  assert.match(page.words(), /They are a member.*Maren Ostby.*Quiet room/u)
  page = await (await priya.open(`${here}/members`)).send({ q: 'ost' })
  assert.match(page.words(), /Maren Ostby/u)
  assert.doesNotMatch(page.url, /ost/u)

  page = await priya.open(`${here}/workshops/new`)
  page = await page.send({
    title: 'Winter workshop',
    'day-day': '8',
    'day-month': '1',
    'day-year': '2024',
    from: '10:00',
    until: '13:00',
    place: 'Larkton library',
    agenda: 'Housing',
    accessPlan: 'Quiet room, low light',
    places: '15',
  })
  assert.match(page.words(), /The workshop is planned/u)
  const workshop = page.url.split('?')[0] ?? ''
  page = await page.send({}, 'Invite everybody who agreed to be')
  assert.match(page.words(), /Invited.*What those invited need.*Maren Ostby: Quiet room/u)
  page = await priya.open(`${workshop}/held`)
  const member = /name="attended"[^>]*value="([^"]+)"/u.exec(page.text)?.[1] ?? ''
  page = await page.send({ attended: [member], notes: 'Much was said.' })
  assert.match(page.words(), /Say whether what Maren Ostby needs was there/u)
  page = await page.send({
    attended: [member],
    [`met-${member}`]: 'no',
    [`words-${member}`]: 'The lights',
    notes: 'Much was said.',
  })
  assert.match(page.words(), /Yes; not what they need: The lights.*Offer payment/u)
  const offered = await priya.open(`${workshop}/pay/${member}`)
  assert.match(
    offered.words(),
    /£15 an hour, besides what they spent\. They asked for: vouchers, which is £45 for the whole workshop/u,
  )
  page = await offered.send({ minutes: '180', expenses: '4.50' })
  assert.match(page.words(), /£49\.50, offered/u)

  page = await (
    await priya.open(`${here}/issues/new`)
  ).send({ topic: 'housing', says: 'Nobody tells us how to ask.', member })
  const issue = page.url.split('?')[0] ?? ''
  page = await (
    await priya.open(`${issue}/give`)
  ).send({
    body: 'Larkshire Homes (invented)',
    'answerBy-day': '1',
    'answerBy-month': 'February',
    'answerBy-year': '2024',
  })
  page = await (
    await priya.open(`${issue}/answer`)
  ).send({ outcome: 'will', answer: 'A page about it goes up in March.' })
  page = await (await priya.open(`${issue}/told`)).send({ how: 'By e-mail' })
  assert.match(page.words(), /Told back/u)
  page = await (await priya.open(`${issue}/show`)).send({})
  assert.match(page.words(), /Read it for names/u)
  page = await page.send({ namesNobody: 'yes' })

  page = await everybody.open(here.replace('/desk', ''))
  assert.match(page.words(), /Winter workshop|No workshop is planned/u)
  assert.match(page.words(), /“Nobody tells us how to ask\.” We will: A page about it goes up in March\./u)
  assert.doesNotMatch(page.text, /Maren|maren/u)
  page = await everybody.open(`${here.replace('/desk', '')}/contribute`)
  assert.equal((await page.send({ says: 'Too loud' })).status, 422)
  assert.match((await page.send({ topic: 'health', says: 'The surgery is too loud.' })).words(), /Thank you/u)

  page = await (
    await priya.open(`${here}/compare`)
  ).send({ title: 'Age', source: 'Census 2021', answers: 'Under 30 | 35.5\n30 and over' })
  assert.match(page.words(), /Line 2, “30 and over”, has no share/u)
  page = await page.send({ title: 'Age', source: 'Census 2021', answers: 'Under 30 | 35.5\n30 and over | 64.5' })
  assert.match(page.words(), /Saved/u)
  assert.match((await priya.open(`${here}/report/2023`)).words(), /Workshops held 1/u)
  assert.match(
    (await everybody.open('/networks-forecast')).words(),
    /£2,700 a year, of which £2,700 is paid to people: 36% of the budget/u,
  )
})

test('whoever drafts a decision about a network sees what people’s time costs', async () => {
  let page = await (await priya.open('/desk/decisions/new')).send({ title: 'A host for the co-production network' })
  const here = page.url.split('?')[0] ?? ''
  page = await (await priya.open(`${here}/value`)).send({ value: 'stated', pounds: '7,500' })
  assert.match(
    (await priya.open(here)).words(),
    /4 workshops a year of three hours for 15 people at £15 an hour come to £2,700 in each year: 36% of the £7,500/u,
  )
})

test('nobody who does not run a network sees who is in it', async () => {
  const hugo = await web.browser().signIn('Hugo Pennyfeather')
  const listed = await priya.open('/desk/networks')
  const here = /\/desk\/networks\/NW-\d{4}-\d{4}/u.exec(listed.text)?.[0] ?? ''
  assert.equal((await hugo.open(`${here}/members`)).status, 403)
  assert.match((await everybody.open(`${here}/members`)).url, /sign-in/u)
})

test('a member without e-mail is written a letter with a code, comes in with it, answers, changes, raises and leaves', async () => {
  const listed = await priya.open('/desk/networks')
  const here = /\/desk\/networks\/NW-\d{4}-\d{4}/u.exec(listed.text)?.[0] ?? ''
  let page = await priya.open(`${here}/members/new`)
  page = await page.send({
    livesInArea: 'yes',
    name: 'Idris Tarnbeck',
    connection: 'carer',
    contactBy: 'post',
    postAddress: '1 Mill Row\nLarkton',
    payment: 'money',
    consents: ['invitations', 'news'],
    source: 'A friend',
  })
  const member = page.url.split('?')[0] ?? ''
  page = await priya.open(`${here}/workshops/new`)
  page = await page.send({
    title: 'Summer workshop',
    'day-day': '1',
    'day-month': '7',
    'day-year': '2024',
    place: 'Marlow Green hall',
    agenda: 'Health',
    accessPlan: 'Step-free',
  })
  page = await page.send({})
  assert.match(page.words(), /Invited/u)
  page = await priya.open(`${here}/to-tell`)
  assert.match(page.words(), /Idris Tarnbeck An invitation for Idris Tarnbeck/u)
  page = await priya.open(page.link('An invitation for Idris Tarnbeck'))
  assert.match(page.words(), /You are invited to Summer workshop/u)
  page = await priya.open(page.link('Print it as a letter with a code'))
  page = await page.send({})
  assert.match(
    page.words(),
    /Idris Tarnbeck 1 Mill Row Larkton .*Dear Idris Tarnbeck, You are invited to Summer workshop/u,
  )
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(page.words())?.[0] ?? ''

  const idris = web.browser()
  let own = await idris.open('/my-network')
  own = await own.send({ code: 'AAAA-BBBB-CCCC' })
  assert.equal(own.status, 422)
  assert.match(own.words(), /This code is not one of ours/u)
  own = await own.send({ code })
  assert.match(own.words(), /Hello, Idris Tarnbeck.*Are you coming to Summer workshop\?/u)
  assert.match(own.headers.get('cache-control') ?? '', /no-store/u)
  const home = own.url
  own = await idris.open(own.link('Are you coming to Summer workshop?'))
  assert.match(own.words(), /£45 for your time \(money\)/u)
  own = await own.send({})
  assert.match(own.words(), /Say whether you are coming/u)
  own = await own.send({ answer: 'yes', wants: ['carer-cover'], wantsWords: 'For my mother' })
  assert.match(own.words(), /Your answer is with whoever runs the network.*You are coming/u)
  own = await (await idris.open(`${home}/needs`)).send({ needs: ['large-print'], needWords: '18 point' })
  assert.match(own.words(), /Saved.*Large print \(18 point\) We ask again by Wednesday 8 January 2025/u)
  own = await (await idris.open(`${home}/payment`)).send({ payment: 'donate' })
  assert.match(own.words(), /Given to a good cause/u)
  own = await (await idris.open(`${home}/agreed`)).send({ consents: ['invitations'] })
  own = await (await idris.open(`${home}/raise`)).send({ topic: 'housing', says: 'The hall has no lift.' })
  assert.match(own.words(), /You can follow it here.*The hall has no lift/u)
  own = await idris.open(own.link('The hall has no lift.'))
  assert.match(own.words(), /Nobody yet: it is being passed on/u)

  page = await priya.open(member)
  assert.match(page.words(), /Large print \(18 point\).*Given to a good cause.*2 good links or codes/u)
  page = await priya.open(`${here}/to-tell`)
  assert.ok(!page.words().includes('An invitation for Idris'))
  own = await (await idris.open(`${home}/contact`)).send({ name: 'Idris T', contactBy: 'phone', phone: '' })
  assert.match(own.words(), /You want to be reached by telephone: enter the number/u)
  own = await (await idris.open(`${home}/leave`)).send({})
  assert.equal((await idris.open(home)).status, 404)
  assert.match((await priya.open(member)).words(), /Left on \w+day \d+ January 2024/u)
})

test('the newcomer’s link of a demonstration leads to the page, and a year’s report is published and read', async () => {
  const asked = await (await everybody.open('/my-network')).send({ email: 'maren@example.org' })
  assert.match(asked.words(), /If you are a member under this address/u)
  const own = await everybody.open(asked.link('your own page'))
  assert.match(own.words(), /Hello, Maren/u)
  const listed = await priya.open('/desk/networks')
  const here = /\/desk\/networks\/NW-\d{4}-\d{4}/u.exec(listed.text)?.[0] ?? ''
  const page = await priya.open(`${here}/report/2022/publish`)
  assert.match((await page.send({})).words(), /The year 2022\/23 .*fewer than 10 at the end/u)
})
