import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordAct, type CallInRuleValue } from '#authority'
import { aCouncil, aDatabase, must, no, type World } from '../../../testing/world.ts'
import { people } from '../../../site/demo/larkshire.ts'
import { publish, viewDecision, viewRecord } from '../index.ts'
import { decided } from '../pages/examples.ts'
import { callIn } from './call-in.ts'
import { calledIn, publishedWith, three, threeClauses, underRule, validCallIn } from './examples.ts'
import { fixHearing, hearCallIn, recordCouncil } from './hear.ts'
import { judgeCallIn } from './judge.ts'
import { viewCallInWindow } from './queries.ts'
import { reconsider } from './reconsider.ts'
import { listCallInWaivers, waiveCallIn } from './waive.ts'
import { letCallInLapse } from './lapse.ts'
import { withdrawCallIn } from './withdraw.ts'

const database = await aDatabase()
let councils = 0

/** Larkshire's people under another rule of call-in, each time in a council of its own. */
const councilWith = (rule: Partial<CallInRuleValue>, on = '2022-08-05'): Promise<World> =>
  aCouncil({
    database,
    on,
    council: { council: `council-${++councils}`, name: 'A council (invented)', demo: true, people },
    constitution: underRule(rule),
  })

const released = { outcome: 'released', says: 'No comment.' }
const open = async (world: World) => must(await world.asks(world.as('Marguerite'), viewCallInWindow, {})).decisions
const spend = (world: World, under: string | undefined, day: string, pence = 1_00) =>
  world.does(world.as('Priya'), recordAct, {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/everyday-life',
    what: 'Contract with Willow Day Club (invented)',
    pence,
    day,
    under,
  })
const shown = async (world: World, ref: string) => must(await world.asks(world.visitor, viewDecision, { ref }))

test('five members by post: a stranger and somebody co-opted are refused by name, and four are too few', async () => {
  const world = await councilWith({
    callers: [{ all: [{ who: 'members', least: 5 }] }],
    coopted: { posts: ['scrutiny-coopted'], may: false },
  })
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const attempt = (callers: string[]) =>
    world.does(world.as('Marguerite'), callIn, { ref, clauses: [clauses[1]], callers, grounds: 'Cost' })
  assert.match(
    no(await attempt([...three, 'Rosalind Thwaite', 'Percy Nobody'])),
    /Percy Nobody held no post on Friday 5 August 2022 that may call in/u,
  )
  assert.match(
    no(await attempt([...three, 'Rosalind Thwaite', 'Ottoline Fairweather'])),
    /Ottoline Fairweather is co-opted, and co-opted members may not call in/u,
  )
  assert.match(
    no(await attempt([...three, 'Rosalind Thwaite'])),
    /5 members of the council are needed, and there are 4/u,
  )
  must(await attempt([...three, 'Cllr Rosalind Thwaite', 'Councillor Desmond Okoro']))
  const [one] = (await shown(world, ref)).decision.callIns
  assert.deepEqual(
    one?.calledBy?.map(({ name, title }) => `${name}: ${title}`)[0],
    'Marguerite Vane: Health and Care Scrutiny Committee',
  )
})

test('the chair and two of the committee may, where the chair and one may not', async () => {
  const world = await councilWith({
    callers: [
      {
        all: [
          { who: 'chair', least: 1 },
          { who: 'committee', least: 2 },
        ],
      },
    ],
    chairs: ['scrutiny-chair'],
    committees: ['scrutiny-committee'],
  })
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const attempt = (callers: string[]) =>
    world.does(world.as('Marguerite'), callIn, { ref, clauses: [clauses[0]], callers, grounds: 'Cost' })
  assert.match(no(await attempt(three.slice(0, 2))), /2 members of the scrutiny committee are needed, and there is 1/u)
  must(await attempt(three))
})

test('grounds of a list, with the decision to put in its place', async () => {
  const world = await councilWith({
    grounds: { list: ['It goes against the budget', 'Nobody was consulted'], substitute: true },
  })
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const attempt = (more: Record<string, unknown>) =>
    world.does(world.as('Marguerite'), callIn, { ref, clauses: [clauses[1]], callers: three, ...more })
  assert.match(
    no(await attempt({ grounds: 'Cost' })),
    /None of the 2 grounds that the council lists is chosen.*not stated/u,
  )
  assert.match(
    no(await attempt({ chosen: ['I do not like it'], substitute: 'Keep it' })),
    /“I do not like it” is not among the grounds/u,
  )
  must(await attempt({ chosen: ['Nobody was consulted'], substitute: 'Keep the present contract for a year' }))
  const [one] = (await shown(world, ref)).decision.callIns
  assert.deepEqual(
    [one?.chosen, one?.substitute, one?.grounds],
    [['Nobody was consulted'], 'Keep the present contract for a year', ''],
  )
})

test('until five on the Tuesday of the week following: a minute before is in time, at five it is over, with the working', async () => {
  const world = await councilWith({ weekdayAnchor: { weekday: 2, weeksLater: 1 }, cutoffTime: '17:00' }, '2024-06-20')
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const attempt = () =>
    world.does(world.as('Marguerite'), callIn, { ref, clauses: [clauses[1]], callers: three, grounds: 'Cost' })
  world.on('2024-06-25T16:00:00Z')
  assert.match(
    no(await attempt()),
    /The window closed at 17:00 on its last day, Tuesday 25 June 2024; it is 17:00\..*May be called in until Tuesday 25 June 2024 at 17:00/u,
  )
  world.on('2024-06-25T15:59:00Z')
  must(await attempt())
})

test('what may be called in: no officer’s decision that is not key, nothing that is only noted, and only the whole where the rule says so', async () => {
  const officers = await councilWith({ scope: { officer: 'key' }, minCallers: 1 })
  const small = await publishedWith(
    officers,
    threeClauses,
    { maker: 'director-adults', value: { kind: 'stated', pence: 90_000_00 } },
    'Ada',
  )
  assert.match(
    no(
      await officers.does(officers.as('Marguerite'), callIn, {
        ref: small.ref,
        clauses: [small.clauses[1]],
        callers: three,
        grounds: 'Cost',
      }),
    ),
    /Of decisions of an officer only key ones can be called in here/u,
  )
  const whole = await councilWith({ clauses: 'whole' })
  const one = await publishedWith(whole, threeClauses)
  const attempt = (clauses: (string | undefined)[]) =>
    whole.does(whole.as('Marguerite'), callIn, { ref: one.ref, clauses, callers: three, grounds: 'Cost' })
  assert.match(
    no(await attempt([one.clauses[1]])),
    /called in as a whole here: it has 2 clauses that decide, and 1 is chosen/u,
  )
  assert.match(no(await attempt([one.clauses[0], one.clauses[1], one.clauses[2]])), /Clause \(c\) is to note/u)
  must(await attempt([one.clauses[0], one.clauses[1]]))
})

test('a request that is not valid is released, and the days that the judgement took are given back', async () => {
  const world = await councilWith({})
  const { ref, clauses } = await publishedWith(world, threeClauses)
  world.on('2022-08-11')
  const id = await calledIn(world, ref, [clauses[1]])
  world.on('2022-08-16')
  assert.match(
    no(
      await spend(
        world,
        (await shown(world, ref)).mandates.find(({ holder }) => holder === 'director-adults')?.ref,
        '2022-08-16',
      ),
    ),
    /suspended since Thursday 11 August 2022/u,
  )
  must(
    await world.does(world.as('Edmund'), judgeCallIn, {
      ref,
      callIn: id,
      valid: false,
      says: 'No particulars of the price.',
    }),
  )
  must(
    await spend(
      world,
      (await shown(world, ref)).mandates.find(({ holder }) => holder === 'director-adults')?.ref,
      '2022-08-16',
    ),
  )
  assert.deepEqual(
    (await open(world)).map(({ lastDay }) => lastDay.toString()),
    ['2022-08-17'],
  )
  world.on('2022-08-17')
  assert.match(
    no(
      await world.does(world.as('Marguerite'), callIn, {
        ref,
        clauses: [clauses[0]],
        callers: three,
        grounds: 'Another clause',
      }),
    ),
    /Its last day was Friday 12 August 2022/u,
  )
  const again = await calledIn(world, ref, [clauses[1]], {
    grounds: 'The price was not tested: two quotes differ by half.',
  })
  world.on('2022-08-19')
  must(await world.does(world.as('Edmund'), judgeCallIn, { ref, callIn: again, valid: false, says: 'Still none.' }))
  world.on('2022-08-20')
  assert.match(
    no(
      await world.does(world.as('Marguerite'), callIn, {
        ref,
        clauses: [clauses[1]],
        callers: three,
        grounds: 'Third time',
      }),
    ),
    /is over/u,
  )
})

test('a decision that is partly called in stays in the window with its other clauses', async () => {
  const world = await councilWith({})
  const { ref, clauses } = await publishedWith(world, threeClauses)
  assert.deepEqual(
    (await open(world)).map((one) => [one.ref, one.clauses, one.calledIn]),
    [[ref, 2, false]],
  )
  await calledIn(world, ref, [clauses[1]])
  assert.deepEqual(
    (await open(world)).map((one) => [one.ref, one.clauses, one.calledIn]),
    [[ref, 1, true]],
  )
  await calledIn(world, ref, [clauses[0]])
  assert.deepEqual(await open(world), [])
})

test('once only: what scrutiny has dealt with is not called in again, what was withdrawn is', async () => {
  const world = await councilWith({ onceOnly: true })
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const first = await validCallIn(world, ref, [clauses[1]])
  assert.deepEqual(await open(world), [])
  must(await world.does(world.as('Hugo'), withdrawCallIn, { ref, callIn: first, says: 'An agreement was found.' }))
  const second = await validCallIn(world, ref, [clauses[1]])
  must(await world.does(world.as('Hugo'), hearCallIn, { ref, callIn: second, body: 'scrutiny-committee', ...released }))
  assert.match(
    no(
      await world.does(world.as('Marguerite'), callIn, { ref, clauses: [clauses[0]], callers: three, grounds: 'Cost' }),
    ),
    /called in before: on Friday 5 August 2022 \(released\).*once only/u,
  )
})

test('a hearing is fixed within the rule’s days; where the rule gives the decision effect, its time runs out from the day after', async () => {
  const world = await councilWith({ hearing: { days: 10, unit: 'working', otherwise: 'takes-effect' }, attend: 1 })
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const id = await validCallIn(world, ref, [clauses[1]])
  const fix = (on: string) =>
    world.does(world.as('Hugo'), fixHearing, { ref, callIn: id, body: 'scrutiny-committee', on })
  assert.match(
    no(await fix('2022-08-22')),
    /within 10 working days of Friday 5 August 2022, by Friday 19 August 2022; Monday 22 August 2022 is later/u,
  )
  must(await fix('2022-08-19'))
  const hear = (more: Record<string, unknown>) =>
    world.does(world.as('Hugo'), hearCallIn, {
      ref,
      callIn: id,
      outcome: 'referred-back',
      says: 'Test the price.',
      ...more,
    })
  assert.match(no(await hear({ attended: ['Desmond Okoro'] })), /1 of those who called it in to attend; none did/u)
  assert.match(
    no(await world.does(world.as('Hugo'), letCallInLapse, { ref, callIn: id })),
    /may be dealt with until Friday 19 August 2022/u,
  )
  world.on('2022-08-24')
  assert.match(no(await hear({ attended: ['June Aldous'] })), /was not heard in time/u)
  must(await world.does(world.as('Hugo'), letCallInLapse, { ref, callIn: id }))
  const under = (await shown(world, ref)).mandates.find(({ holder }) => holder === 'director-adults')?.ref
  assert.match(no(await spend(world, under, '2022-08-19')), /suspended since Friday 5 August 2022/u)
  must(await spend(world, under, '2022-08-20'))
})

test('full council sees it only where it goes against the framework, as an officer advised; it refers it back, and it is rescinded', async () => {
  const world = await councilWith({ council: 'outside-framework', releasedFrom: 'day-after' })
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const id = await validCallIn(world, ref, [clauses[1]])
  world.on('2022-08-19')
  const hear = (contrary: string[]) =>
    world.does(world.as('Hugo'), hearCallIn, {
      ref,
      callIn: id,
      body: 'scrutiny-committee',
      outcome: 'referred-to-council',
      says: 'It is not in the budget.',
      advice: contrary.map((one) => ({ by: 'The Chief Finance Officer', says: 'See the budget book.', contrary: one })),
    })
  assert.match(no(await hear([])), /no advice on that is recorded/u)
  assert.match(no(await hear(['no'])), /The Chief Finance Officer advised that it does not/u)
  must(await hear(['yes']))
  assert.match(
    no(
      await world.does(world.as('Desmond'), reconsider, { ref, callIn: id, outcome: 'confirmed', says: 'It stands.' }),
    ),
    /cannot move on like that.*Referred to full council/u,
  )
  must(
    await world.does(world.as('Hugo'), recordCouncil, {
      ref,
      callIn: id,
      outcome: 'referred-back',
      says: 'Council agrees with scrutiny.',
    }),
  )
  assert.match(
    no(await world.does(world.as('Rosalind'), reconsider, { ref, callIn: id, outcome: 'rescinded', says: 'No.' })),
    /is for the Cabinet Member for Adult Social Care to decide/u,
  )
  must(
    await world.does(world.as('Desmond'), reconsider, {
      ref,
      callIn: id,
      outcome: 'rescinded',
      says: 'A new decision will follow.',
    }),
  )
  const { decision, mandates } = await shown(world, ref)
  assert.deepEqual(
    decision.amendments?.map(({ label, kind, words }) => [label, kind, words]),
    [['b', 'rescinded', null]],
  )
  assert.equal(decision.clauses[1]?.words, 'Delegate contracts')
  world.on('2022-09-01')
  const ended = mandates.find(({ holder }) => holder === 'director-adults')?.ref
  assert.match(
    no(await spend(world, ended, '2022-08-20')),
    /ended: its last day was Friday 19 August 2022 \(rescinded on reconsideration/u,
  )
  assert.deepEqual(await world.breaks(), [])
})

test('one member withdraws and the others are enough; another does, and the call-in is withdrawn', async () => {
  const world = await councilWith({ callers: [{ all: [{ who: 'members', least: 2 }] }] })
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const id = await calledIn(world, ref, [clauses[1]])
  const leave = (name: string) =>
    world.does(world.as(name), withdrawCallIn, { ref, callIn: id, says: 'I was told more since.' })
  assert.match(no(await leave('Ottoline')), /Only those who called it in can withdraw/u)
  assert.equal(must(await leave('Basil')).withdrawn, false)
  assert.match(no(await leave('Basil')), /Only those who called it in/u)
  assert.equal(must(await leave('June')).withdrawn, true)
  assert.equal((await shown(world, ref)).standing, 'call-in open')
})

test('an urgent decision is exempt with the right agreement: it takes effect when it is published, and is reported', async () => {
  const world = await councilWith({ waiver: { posts: ['council-chair'] } })
  const ref = await decided(world, { title: 'A home closes on Friday' })
  const waive = (who: string, post: string, agreedBy: string) =>
    world.does(world.as(who), waiveCallIn, {
      ref,
      post,
      agreedBy,
      reasons: 'Eleven people would have nowhere to live.',
    })
  assert.match(no(await waive('Hugo', 'leader', 'Rosalind Thwaite')), /it takes the Chair of the Council\./u)
  assert.match(
    no(await waive('Marguerite', 'council-chair', 'June Aldous')),
    /Only June Aldous can agree for themselves/u,
  )
  must(await waive('June', 'council-chair', 'June Aldous'))
  must(await world.does(world.as('Hugo'), publish, { ref }))
  const { decision, standing } = await shown(world, ref)
  assert.deepEqual(
    [standing, decision.effectiveOn, decision.callInWaiver?.agreedBy],
    ['effective', '2022-08-05', 'June Aldous'],
  )
  const clauses = must(await world.asks(world.as('Priya'), viewRecord, { ref })).decision.clauses
  assert.match(
    no(
      await world.does(world.as('Marguerite'), callIn, {
        ref,
        clauses: [clauses[0]?.clause],
        callers: three,
        grounds: 'Cost',
      }),
    ),
    /not subject to call-in/u,
  )
  const { waivers } = must(
    await world.asks(world.as('Hugo'), listCallInWaivers, { from: '2022-04-01', until: '2023-04-01' }),
  )
  assert.deepEqual(
    waivers.map((one) => [one.ref, one.agreedBy, one.reasons]),
    [[ref, 'June Aldous', 'Eleven people would have nowhere to live.']],
  )
})
