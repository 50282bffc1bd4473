import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { carriedOn } from '../../../site/demo/commissions/bury-2237.ts'
import { openCommission, revisePlan, showCommission, viewPlan } from '../index.ts'

const world = await aCouncil({ on: '2024-06-19' })
const priyaActor = world.as('Priya')
const web = await openBrowser(world)
const priya = await web.browser().signIn('Priya Larkin')
const visitor = web.browser()

const opened = async (title = 'Care at home 2025'): Promise<string> =>
  must(
    await world.does(priyaActor, openCommission, {
      title,
      subject: 'adults/care-at-home',
      lead: 'director-adults',
      why: 'The contracts end in October 2025.',
      post: 'head-commissioning',
    }),
  ).ref
const planned = async (): Promise<string> => {
  const ref = await opened()
  must(
    await world.does(priyaActor, revisePlan, {
      ref,
      edition: 0,
      why: 'From the record',
      change: { kind: 'whole', plan: carriedOn },
    }),
  )
  return ref
}
const day = (name: string, on: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('an officer opens a commission, plans it backward and settles its parts, without a script', async () => {
  const form = await priya.open('/desk/commissions/new')
  const gap = await form.send({
    title: 'Care at home',
    subject: 'adults/care-at-home',
    lead: 'director-adults',
    post: 'head-commissioning',
    why: '',
  })
  assert.equal(gap.status, 422)
  assert.match(gap.words('main-content'), /There is a problem Why[^.]* Enter some text\./u)
  assert.match(gap.text, /name="title"[^>]*value="Care at home"/u)
  const no = await gap.send({ why: 'The contracts end.', post: 'head-legal' })
  assert.match(no.words('main-content'), /may not open a commission/u)
  const whole = await no.send({ post: 'head-commissioning' })
  assert.match(whole.words('main-content'), /The commission is open.*Timeline.*Not yet started.*None is linked yet/u)
  const at = whole.url.replace(/\?.*/u, '')

  const frame = await (
    await priya.open(`${at}/timeline/frame`)
  ).send({
    ...day('startsOn', '2025-10-27'),
    regime: 'light-touch',
    contract: 'Present contracts',
    ...day('began', '2021-10-27'),
    firstMonths: '36',
    optionMonths: '24',
    usedMonths: '12',
    why: 'First plan',
  })
  assert.match(
    frame.words('main-content'),
    /Saved\..*must start on 27 October 2025.*Mobilisation.*Every plan there was/u,
  )

  await (
    await priya.open(`${at}/options/criteria`)
  )
    .send({ question: 'How?', 'title-0': 'Quality', 'weight-0': '60', 'title-1': 'Cost', 'weight-1': '30', why: 'x' })
    .then((page) => {
      assert.equal(page.status, 422)
      assert.match(page.words('main-content'), /The weights add up to 90; 100 are needed, 10 more/u)
      return page.send({ 'weight-1': '40' })
    })
  for (const [title, kind, quality, cost] of [
    ['A framework', 'buy', '5', '2'],
    ['Our own team', 'in-house', '4', '1'],
    ['Go on as now', 'do-nothing', '1', '3'],
  ] as const) {
    const saved = await (
      await priya.open(`${at}/options/option/new`)
    ).send({
      title,
      kind,
      'cost-2024': '£9.1m',
      'score-quality': quality,
      'why-quality': 'As found',
      'score-cost': cost,
      'why-cost': 'As priced',
      why: 'Costed',
    })
    assert.equal(saved.status, 200, saved.words('main-content'))
  }
  const options = await (
    await priya.open(`${at}/options/recommend`)
  ).send({ option: 'a-framework', because: 'It does best.', why: 'Agreed' })
  assert.match(
    options.words('main-content'),
    /Recommended: A framework.*1\. A framework.*380 points\. £9,100,000 in all.*comes first with 380 points/u,
  )

  const risk = await (
    await priya.open(`${at}/risks/new`)
  ).send({
    title: 'Too few bid',
    likelihood: '4',
    impact: '5',
    mitigation: 'Talk early',
    owner: 'head-commissioning',
    ...day('reviewOn', '2024-09-01'),
    why: 'First',
  })
  assert.match(risk.words('main-content'), /1\. Too few bid.*20.*Head of Commissioning/u)
  const changed = await (await priya.open(`${at}/risks/too-few-bid`)).send({ likelihood: '2', why: 'Twelve came' })
  assert.equal(changed.status, 200)
  assert.match(
    (await priya.open(`${at}/risks/too-few-bid`)).words('main-content'),
    /How it changed.*2 × 5 Twelve came.*4 × 5 First/u,
  )

  const duty = await (
    await priya.open(`${at}/duties/duty/wellbeing`)
  ).send({ considered: 'Time with one carer', where: 'Report, 5.2', why: 'Report' })
  assert.match(
    duty.words('main-content'),
    /Time with one carer.*Report, 5\.2.*Nothing is written about: Due regard to equality/u,
  )
  const impact = await (
    await priya.open(`${at}/duties/impact/age`)
  ).send({ effect: 'worse', evidence: 'Survey', why: 'x' })
  assert.match(impact.words('main-content'), /Say what is done about it/u)
  await impact.send({ mitigation: 'No change in winter' })

  const figure = await (
    await priya.open(`${at}/need/figures/new`)
  ).send({
    topic: 'users',
    measure: 'People each day',
    cohort: 'All',
    value: '800',
    unit: 'people',
    ...day('on', '2024-03-31'),
    source: 'Report',
    why: 'First',
  })
  assert.match(figure.words('main-content'), /People who use it: People each day All: 800 people, 31 March 2024/u)
  await (
    await priya.open(`${at}/need/lots/new`)
  ).send({ title: 'East', bidders: '1', ...day('on', '2024-03-31'), source: 'Last tender', why: 'Last tender' })
  assert.match((await priya.open(`${at}/need`)).words('main-content'), /East: a single bidder/u)

  await (
    await priya.open(`${at}/owed/new`)
  ).send({
    words: 'Review in-house delivery',
    source: 'Clause (d)',
    owner: 'director-adults',
    ...day('due', '2026-03-31'),
  })
  await (await priya.open(`${at}/link`)).send({ record: 'CON-17', says: 'The contract that runs', kind: 'Contract' })
  const after = await priya.open(at)
  assert.match(
    after.words('main-content'),
    /CON-17 Contract.*Review in-house delivery.*is due on Tuesday 31 March 2026/u,
  )
  assert.match(
    (await (await priya.open(after.link('It is done'))).send({ ...day('on', '2024-06-19'), evidence: 'Report' })).words(
      'main-content',
    ),
    /was done on Wednesday 19 June 2024/u,
  )
})

test('a change of a day is shown with all it moves before it is saved, and then saved as it was shown', async () => {
  const ref = await planned()
  const page = await priya.open(`/desk/commissions/${ref}/timeline/steps/award`)
  const look = await page.send({ ...day('pinned', '2025-08-04'), why: 'Cabinet meets in August' })
  assert.equal(look.status, 200)
  assert.match(
    look.words('main-content'),
    /Nothing is saved yet.*“Award decision” is settled for 4 August 2025.*“Mobilisation.*” moves from .* to 15 August to 20 November 2025/u,
  )
  assert.match(look.words('main-content'), /The service can start on 21 November 2025 and not on 25 October 2025/u)
  assert.equal(must(await world.asks(priyaActor, viewPlan, { ref })).latest, 1)
  const other = await look.send({ ...day('pinned', '2025-08-05') })
  assert.match(other.words('main-content'), /Nothing is saved yet.*settled for 5 August 2025/u)
  const saved = await other.send({})
  assert.match(saved.words('main-content'), /Saved\..*30 days too late/u)
  assert.equal(must(await world.asks(priyaActor, viewPlan, { ref })).latest, 2)
  assert.match(
    (await priya.open(`/desk/commissions/${ref}/timeline/changes?from=1&to=2`)).words('main-content'),
    /What changed from edition 1 to edition 2\?.*“Award decision” is settled for 5 August 2025/u,
  )
  assert.match(
    (await priya.open(`/desk/commissions/${ref}/timeline?edition=1`)).words('main-content'),
    /This is an earlier plan/u,
  )
})

test('a length that the law does not allow is refused beside its box, with the law', async () => {
  const ref = await planned()
  const refused = await (
    await priya.open(`/desk/commissions/${ref}/timeline/steps/standstill`)
  ).send({ length: '5', lengthUnit: 'working-days', why: 'Hurry' })
  assert.equal(refused.status, 422)
  assert.match(refused.words('main-content'), /cannot last 5 working days.*8 working days.*Procurement Act 2023, s51/u)
  assert.match(refused.text, /name="length"[^>]*value="5"/u)
})

test('the timeline shows the clash of the first phase, the Saturday and the gates, and the drawing has its table', async () => {
  const ref = await planned()
  const page = await priya.open(`/desk/commissions/${ref}/timeline`)
  const words = page.words('main-content')
  assert.match(
    words,
    /starts on Thursday 1 August 2024, but “Permission to follow the timeline, to its last signature” is over only on Thursday 15 August 2024: 15 days too early/u,
  )
  assert.match(
    words,
    /starts on 1 Aug(?:ust)? 2024, 15 days too early: “Permission to follow the timeline, to its last signature” is over only on 15 Aug(?:ust)? 2024\. Until then nobody has allowed it\./u,
    'said before the drawing, and not only by the rules below it',
  )
  assert.match(page.text, /remit-gantt__before/u)
  assert.match(words, /25 October 2025, a Saturday/u)
  assert.match(words, /Blocked until the gate is open: .*Return to Cabinet/u)
  assert.match(page.text, /<svg[^>]*role="img"[^>]*aria-labelledby="timeline-title timeline-desc"/u)
  assert.match(words, /Show as a table/u)
})

test('a visitor finds a public commission and nothing else of the desk', async () => {
  const ref = await planned()
  const hidden = await opened('Quiet undertaking')
  assert.equal((await visitor.open(`/commissions/${ref}`)).status, 404)
  must(await world.does(priyaActor, showCommission, { ref, version: 1, isPublic: true, shows: ['timeline'] }))
  const list = await visitor.open('/commissions?q=care')
  assert.equal((await priya.open('/commissions')).link('All of them, on the desk'), '/desk/commissions')
  assert.doesNotMatch(list.words('main-content'), /on the desk/u)
  assert.match((await priya.open('/desk/commissions?q=quiet')).words('main-content'), /Quiet undertaking.*Not public/u)
  assert.match(list.words('main-content'), new RegExp(ref, 'u'))
  assert.doesNotMatch((await visitor.open('/commissions')).words('main-content'), /Quiet undertaking/u)
  const page = await visitor.open(`/commissions/${ref}`)
  assert.match(page.words('main-content'), /Care at home 2025.*The contracts end in October 2025\..*Timeline/u)
  assert.match(
    (await visitor.open(`/commissions/${ref}/thread`)).words('main-content'),
    /From need to pounds.*Opened by act A-2024/u,
  )
  assert.equal((await visitor.open(`/commissions/${hidden}/thread`)).status, 404)
  assert.match((await visitor.open(`/desk/commissions/${ref}`)).url, /^\/sign-in/u)
  const thread = await visitor.open(`/thread/${ref}`)
  assert.match(thread.words('main-content'), /Commission C-2024-/u)
})

test('a form that somebody else overtook keeps what was typed and says who was first', async () => {
  const ref = await opened('Two at once')
  const page = await priya.open(`/desk/commissions/${ref}/edit`)
  await (await priya.open(`/desk/commissions/${ref}/edit`)).send({ why: 'First.' })
  const second = await page.send({ why: 'Second.' })
  assert.equal(second.status, 409)
  assert.match(second.words('main-content'), /Priya Larkin changed it/u)
  assert.match(second.text, /Second\.<\/textarea>/u)
  assert.match((await second.send({})).words('main-content'), /Second\./u)
})

test('the API offers the same: a plan is previewed, changed and read', async () => {
  const ref = await planned()
  must(await world.does(priyaActor, showCommission, { ref, version: 1, isPublic: true, shows: ['timeline'] }))
  const answer = await visitor.open(`/api/commissions/${ref}`)
  assert.equal(answer.status, 200)
  const body = JSON.parse(answer.text) as { commission: { ref: string }; timeline: { schedule: { startsOn: string } } }
  assert.equal(body.commission.ref, ref)
  assert.equal(body.timeline.schedule.startsOn, '2025-10-25')
})
